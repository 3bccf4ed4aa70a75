package quorate.features.asof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class InTimeTest {
  @Test
  void handsAThingOnAtItsTimeAndNotANanosecondBefore() {
    InTime<Long> stream = new InTime<>(List.of(10L, 20L, 20L).iterator(), Long::longValue);
    List<Long> taken = new ArrayList<>();

    stream.until(9, taken::add);
    assertThat(taken).isEmpty();
    stream.until(10, taken::add);
    assertThat(taken).containsExactly(10L);
    stream.until(19, taken::add);
    assertThat(taken).containsExactly(10L);
    stream.until(20, taken::add);
    assertThat(taken).containsExactly(10L, 20L, 20L);
  }

  @Test
  void handsEverythingOnOnceWhateverTheSteps() {
    ForAll.cases(
        200,
        3,
        chance -> chance.longs(50, 0, 100).sorted().boxed().toList(),
        times -> {
          InTime<Long> stream = new InTime<>(times.iterator(), Long::longValue);
          List<Long> taken = new ArrayList<>();
          for (long now = -1; now <= 100; now += 7) {
            stream.until(now, taken::add);
            long until = now;
            assertThat(taken).isEqualTo(times.stream().filter(each -> each <= until).toList());
          }
        });
  }

  @Test
  void takesOneThingAheadAndNoMore() {
    Iterator<Long> source = List.of(1L, 5L, 6L).iterator();
    InTime<Long> stream = new InTime<>(source, Long::longValue);

    stream.until(1, each -> assertThat(each).isEqualTo(1));

    assertThat(source.next()).isEqualTo(6);
  }

  @Test
  void refusesAStreamThatGoesBackInTime() {
    InTime<Long> stream = new InTime<>(List.of(10L, 9L).iterator(), Long::longValue);

    assertThatThrownBy(() -> stream.until(20, each -> assertThat(each).isEqualTo(10)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a stream must be in time order, but 9 ns came after 10 ns; sort it: 9");
  }
}
