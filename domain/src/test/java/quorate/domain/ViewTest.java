package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
  private static final Timeframe MINUTE = Timeframe.parse("1m");

  @Test
  void looksAtTheLastRowUnlessAskedForMore() {
    View view = View.of(MINUTE, "rsi(14)", "close");

    assertThat(view).isEqualTo(new View(MINUTE, 1, List.of("rsi(14)", "close")));
    assertThat(view.window(60)).isEqualTo(new View(MINUTE, 60, List.of("rsi(14)", "close")));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void refusesAWindowWithoutRows(int window) {
    assertThatThrownBy(() -> View.of(MINUTE, "close").window(window))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("window must be at least 1 bar, but was " + window);
  }

  @Test
  void refusesToLookAtNothing() {
    assertThatThrownBy(() -> View.of(MINUTE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a view must name at least one column");
  }

  @Test
  void refusesAColumnThatIsThereTwice() {
    assertThatThrownBy(() -> View.of(MINUTE, "close", "open", "close"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("columns must be different, but were [close, open, close]");
  }

  @Test
  void doesNotChangeWithTheListItCameFrom() {
    List<String> columns = new ArrayList<>(List.of("close"));
    View view = new View(MINUTE, 1, columns);

    columns.add("open");

    assertThat(view.columns()).containsExactly("close");
  }
}
