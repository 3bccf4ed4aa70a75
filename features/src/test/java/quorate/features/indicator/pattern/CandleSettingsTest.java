package quorate.features.indicator.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleSettingsTest {

  /// TA-Lib's `TA_CandleDefaultSettings`.
  @ParameterizedTest
  @CsvSource({
    "BODY_LONG, REAL_BODY, 10, 1",
    "BODY_SHORT, REAL_BODY, 10, 1",
    "BODY_DOJI, HIGH_LOW, 10, 0.1",
    "SHADOW_LONG, REAL_BODY, 0, 1",
    "SHADOW_VERY_LONG, REAL_BODY, 0, 2",
    "SHADOW_SHORT, SHADOWS, 10, 1",
    "SHADOW_VERY_SHORT, HIGH_LOW, 10, 0.1",
    "NEAR, HIGH_LOW, 5, 0.2",
    "FAR, HIGH_LOW, 5, 0.6",
    "EQUAL, HIGH_LOW, 5, 0.05",
  })
  void beginWithThoseOfTaLib(CandleMeasure measure, CandleRange range, int window, double factor) {
    assertThat(CandleSettings.defaults().byMeasure()).hasSize(10);
    assertThat(CandleSettings.defaults().of(measure))
        .isEqualTo(new CandleSetting(range, window, factor));
  }

  @Test
  void changeOneMeasureAndLeaveTheOthers() {
    CandleSetting loose = new CandleSetting(CandleRange.HIGH_LOW, 20, 0.2);

    CandleSettings changed = CandleSettings.defaults().with(CandleMeasure.BODY_DOJI, loose);

    assertThat(changed.of(CandleMeasure.BODY_DOJI)).isEqualTo(loose);
    assertThat(changed.of(CandleMeasure.NEAR)).isEqualTo(CandleMeasure.NEAR.usual());
    assertThat(CandleSettings.defaults().of(CandleMeasure.BODY_DOJI)).isNotEqualTo(loose);
  }

  @Test
  void saysWhichMeasureHasNone() {
    assertThatThrownBy(() -> new CandleSettings(Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every measure must have a setting, but body_long has none");
  }

  @Test
  void refuseWhatIsNoSetting() {
    assertThatThrownBy(() -> new CandleSetting(CandleRange.REAL_BODY, -1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("window must be from 0 to 100000 candles, but was -1 (candle setting)");
    assertThatThrownBy(() -> new CandleSetting(CandleRange.REAL_BODY, 10, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("factor must be at least 0 and finite, but was NaN (candle setting)");
  }
}
