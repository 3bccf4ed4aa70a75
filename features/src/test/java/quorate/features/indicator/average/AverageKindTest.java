package quorate.features.indicator.average;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import quorate.features.indicator.ValueIndicator;

class AverageKindTest {

  @Test
  void countsTheKindsAsTaLibDoes() {
    assertThat(AverageKind.of(0, 9)).isInstanceOf(Sma.class);
    assertThat(AverageKind.of(1, 9)).isInstanceOf(Ema.class);
    assertThat(AverageKind.of(2, 9)).isInstanceOf(Wma.class);
    assertThat(AverageKind.of(3, 9)).isInstanceOf(Dema.class);
    assertThat(AverageKind.of(4, 9)).isInstanceOf(Tema.class);
    assertThat(AverageKind.of(5, 9)).isInstanceOf(Trima.class);
    assertThat(AverageKind.of(6, 9)).isInstanceOf(Kama.class);
    assertThat(AverageKind.of(7, 9)).isInstanceOf(Mama.class);
    assertThat(AverageKind.of(8, 9)).isInstanceOf(T3.class);
  }

  @ParameterizedTest
  @EnumSource
  void copiesTheValuesWhenItAveragesOne(AverageKind kind) {
    ValueIndicator average = kind.of(1);

    average.update(0.1);
    average.update(0.7);

    assertThat(average.warmUp()).isEqualTo(1);
    assertThat(average.value()).isEqualTo(0.7);
  }

  @ParameterizedTest
  @EnumSource
  void keepsAConstantSeriesConstant(AverageKind kind) {
    ValueIndicator average = kind.of(7);

    for (int i = 0; i < 500; i++) {
      average.update(0.1);
    }

    assertThat(average.value()).isEqualTo(0.1);
  }

  @Test
  void refusesAKindThatThereIsNot() {
    assertThatThrownBy(() -> AverageKind.of(9, 5))
        .hasMessage("kind must be from 0 to 8, but was 9 (feature \"moving_average\")");
    assertThatThrownBy(() -> AverageKind.T3.of(0))
        .hasMessage("window must be at least 1 bar, but was 0 (feature \"moving_average\")");
  }
}
