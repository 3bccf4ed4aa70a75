package quorate.features.naive;

import java.util.function.IntToDoubleFunction;
import quorate.features.series.NaiveBars;

/// The prices and lengths of candles, and what is long or near beside those before, each mean added
/// up anew.
final class NaiveCandles {
  private final NaiveBars bars;

  NaiveCandles(NaiveBars bars) {
    this.bars = bars;
  }

  /// A quantity as `candles/rules.txt` calls it.
  ///
  /// @param t whose it is
  double quantity(String name, int t) {
    return switch (name) {
      case "o" -> bars.open()[t];
      case "h" -> bars.high()[t];
      case "l" -> bars.low()[t];
      case "c" -> bars.close()[t];
      case "body" -> body(t);
      case "top" -> top(t);
      case "bottom" -> bottom(t);
      case "up" -> bars.high()[t] - top(t);
      case "down" -> bottom(t) - bars.low()[t];
      case "range" -> range(t);
      case "long", "short" -> meanBefore(t, 10, this::body);
      case "doji", "vshort" -> 0.1 * meanBefore(t, 10, this::range);
      case "half" -> meanBefore(t, 10, i -> range(i) - body(i)) / 2;
      case "near" -> 0.2 * meanBefore(t, 5, this::range);
      case "far" -> 0.6 * meanBefore(t, 5, this::range);
      case "eq" -> 0.05 * meanBefore(t, 5, this::range);
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// 1 when the candle at t breaks out of an inside bar downwards, −1 upwards, 0 otherwise.
  ///
  /// @param modified whether the inside bar must be inside another one that closes near its end
  int failedBreakout(int t, boolean modified) {
    int first = modified ? 8 : 3; // modified: three candles before, and five before the second
    if (t < first - 1 || !inside(t - 1) || (modified && !inside(t - 2))) {
      return 0;
    }
    double up = bars.high()[t] - bars.high()[t - 1];
    double down = bars.low()[t - 1] - bars.low()[t];
    double fromLow = bars.close()[t - 2] - bars.low()[t - 2];
    double fromHigh = bars.high()[t - 2] - bars.close()[t - 2];
    if (up < 0 && down > 0) {
      return modified && fromLow > quantity("near", t - 2) ? 0 : 1;
    }
    if (up > 0 && down < 0) {
      return modified && fromHigh > quantity("near", t - 2) ? 0 : -1;
    }
    return 0;
  }

  private boolean inside(int t) {
    return bars.high()[t] < bars.high()[t - 1] && bars.low()[t] > bars.low()[t - 1];
  }

  private double body(int t) {
    return Math.abs(bars.close()[t] - bars.open()[t]);
  }

  private double top(int t) {
    return Math.max(bars.open()[t], bars.close()[t]);
  }

  private double bottom(int t) {
    return Math.min(bars.open()[t], bars.close()[t]);
  }

  private double range(int t) {
    return bars.high()[t] - bars.low()[t];
  }

  private static double meanBefore(int t, int count, IntToDoubleFunction length) {
    double sum = 0;
    for (int i = t - count; i < t; i++) {
      sum += length.applyAsDouble(i);
    }
    return sum / count;
  }
}
