package quorate.features.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariableMovingAverageTest {

  @Test
  void averagesAsManyValuesAsTheSecondSeriesSays() {
    VariableMovingAverage average = new VariableMovingAverage(1, 3, 0);
    average.update(3, 1);
    average.update(6, 1);

    average.update(9, 2.9); // rounded towards 0
    assertThat(average.value()).isEqualTo(7.5);
    average.update(0, 100); // at most 3
    assertThat(average.value()).isEqualTo(5);
    average.update(2, -1); // at least 1
    assertThat(average.value()).isEqualTo(2);
  }

  /// Whatever its seed, an average of constants is constant, so both kinds of bookkeeping agree.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void isReadyWithItsLongestWindowWhateverTheKind(int kind) {
    VariableMovingAverage average = new VariableMovingAverage(2, 12, kind);

    for (int i = 1; i <= 400; i++) {
      average.update(0.1, i % 13);
      assertThat(average.ready()).isEqualTo(i >= AverageKind.of(kind, 12).warmUp());
    }

    assertThat(average.value()).isEqualTo(0.1);
  }

  @Test
  void refusesALongestWindowBelowTheShortest() {
    assertThatThrownBy(() -> new VariableMovingAverage(5, 4, 0))
        .hasMessage(
            "most must be at least least, 5 bars, but was 4 (feature \"variable_moving_average\")");
  }
}
