package quorate.features.indicator.pattern;

import quorate.features.indicator.Windows;

/// What one word about candles, such as "long", is measured by: `factor` times the mean length of
/// `range` over the `window` candles before the one that is measured.
///
/// @param window candles before the measured one, from 0 to [Windows#MAX]; with 0 it is measured by
///   its own length
/// @param factor at least 0
public record CandleSetting(CandleRange range, int window, double factor) {
  public CandleSetting {
    if (window < 0 || window > Windows.MAX) {
      throw new IllegalArgumentException(
          "window must be from 0 to %d candles, but was %d (candle setting)"
              .formatted(Windows.MAX, window));
    }
    if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "factor must be at least 0 and finite, but was %s (candle setting)".formatted(factor));
    }
  }

  boolean sharesMeanWith(CandleSetting other) {
    return range == other.range && window == other.window;
  }
}
