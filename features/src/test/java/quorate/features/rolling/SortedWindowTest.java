package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class SortedWindowTest {

  @Test
  void keepsTheWindowInOrderWhateverItsSize() {
    ForAll.cases(
        60,
        9,
        chance -> chance.ints(150, 0, 30).asDoubleStream().toArray(),
        values -> {
          int size = 1 + (int) values[0];
          SortedWindow window = new SortedWindow(size);
          for (int t = 0; t < values.length; t++) {
            window.update(values[t]);
            double[] expected = Arrays.copyOfRange(values, Math.max(0, t - size + 1), t + 1);
            Arrays.sort(expected);
            for (int rank = 0; rank < expected.length; rank++) {
              assertThat(window.at(rank)).isEqualTo(expected[rank]);
            }
            double asked = values[(t + 1) % values.length];
            assertThat(window.countBelow(asked))
                .isEqualTo((int) Arrays.stream(expected).filter(x -> x < asked).count());
            assertThat(window.ready()).isEqualTo(t + 1 >= size);
          }
        });
  }
}
