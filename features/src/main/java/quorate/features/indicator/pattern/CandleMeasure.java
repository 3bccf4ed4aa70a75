package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleRange.HIGH_LOW;
import static quorate.features.indicator.pattern.CandleRange.REAL_BODY;
import static quorate.features.indicator.pattern.CandleRange.SHADOWS;

import java.util.Locale;

/// The words about candles that are measured by what candles were like of late, with the settings
/// that TA-Lib begins with. (Its "very long body" is used by no pattern.)
public enum CandleMeasure {
  /// A body is long when it is longer than the mean body.
  BODY_LONG(REAL_BODY, 10, 1),
  /// A body is short when it is shorter than the mean body.
  BODY_SHORT(REAL_BODY, 10, 1),
  /// A body is a doji's when it is at most a tenth of the mean range.
  BODY_DOJI(HIGH_LOW, 10, 0.1),
  /// A shadow is long when it is longer than the candle's own body.
  SHADOW_LONG(REAL_BODY, 0, 1),
  /// A shadow is very long when it is longer than twice the candle's own body.
  SHADOW_VERY_LONG(REAL_BODY, 0, 2),
  /// A shadow is short when it is shorter than half the mean of both shadows.
  SHADOW_SHORT(SHADOWS, 10, 1),
  /// A shadow is very short when it is shorter than a tenth of the mean range.
  SHADOW_VERY_SHORT(HIGH_LOW, 10, 0.1),
  /// Prices are near each other when they are at most a fifth of the mean range apart.
  NEAR(HIGH_LOW, 5, 0.2),
  /// Prices are far from each other when they are at least 0.6 of the mean range apart.
  FAR(HIGH_LOW, 5, 0.6),
  /// Prices are equal when they are at most a twentieth of the mean range apart.
  EQUAL(HIGH_LOW, 5, 0.05);

  private final CandleRange range;
  private final int window;
  private final double factor;

  CandleMeasure(CandleRange range, int window, double factor) {
    this.range = range;
    this.window = window;
    this.factor = factor;
  }

  /// TA-Lib's default.
  public CandleSetting usual() {
    return new CandleSetting(range, window, factor);
  }

  /// As parameters call it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Its window as parameters call it.
  public String windowText() {
    return text() + "_window";
  }

  /// Its place among the limits of a candle.
  @SuppressWarnings("EnumOrdinal") // saved states have the limits in this order
  int place() {
    return ordinal();
  }
}
