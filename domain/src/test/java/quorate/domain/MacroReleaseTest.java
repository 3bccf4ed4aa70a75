package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import quorate.domain.MacroRelease.Vintage;

class MacroReleaseTest {
  private static final LocalDate JANUARY = LocalDate.of(2024, 1, 1);

  @Test
  void keepsARevisionApartFromWhatItRevises() {
    MacroRelease first = new MacroRelease("PAYEMS", JANUARY, 10, 157_700, Vintage.AS_RELEASED);
    MacroRelease second = new MacroRelease("PAYEMS", JANUARY, 20, 157_533, Vintage.AS_RELEASED);

    assertThat(second).isNotEqualTo(first);
    assertThat(second.referencePeriod()).isEqualTo(first.referencePeriod());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesAValueThatIsNoNumber(double value) {
    assertThatThrownBy(() -> new MacroRelease("UNRATE", JANUARY, 0, value, Vintage.LATEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "value of a macro release must be finite, but was %s (series \"UNRATE\", period 2024-01-01)",
            value);
  }

  @Test
  void refusesASeriesWithoutAName() {
    assertThatThrownBy(() -> new MacroRelease(" ", JANUARY, 0, 1, Vintage.LATEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "series of a macro release must have a name, but was \" \" (period 2024-01-01)");
  }
}
