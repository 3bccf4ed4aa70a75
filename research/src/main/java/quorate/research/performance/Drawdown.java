package quorate.research.performance;

import java.util.Optional;
import java.util.OptionalLong;

/// A fall of the account below an earlier peak.
///
/// @param depth the fall as a fraction of the peak, above 0; 1 when everything is lost
/// @param peakNs UTC nanoseconds of the last mark at the peak
/// @param troughNs UTC nanoseconds of the lowest mark
/// @param recoveryNs UTC nanoseconds of the first later mark at or above the peak; empty while it
///   lasts
public record Drawdown(double depth, long peakNs, long troughNs, OptionalLong recoveryNs) {
  /// The deepest fall of a curve, over all its marks; the first of several equal ones.
  ///
  /// A curve that only rises has none. Linear cost.
  static Optional<Drawdown> deepest(EquityCurve curve) {
    double peak = Math.max(0, curve.equity(0));
    int peakMark = 0;
    double depth = 0;
    int deepestPeak = 0;
    int trough = 0;
    for (int i = 1; i < curve.size(); i++) {
      double equity = Math.max(0, curve.equity(i));
      if (equity >= peak) {
        peak = equity;
        peakMark = i;
      } else if (1 - equity / peak > depth) {
        depth = 1 - equity / peak;
        deepestPeak = peakMark;
        trough = i;
      }
    }
    if (depth == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Drawdown(
            depth,
            curve.timeNs(deepestPeak),
            curve.timeNs(trough),
            recovery(curve, deepestPeak, trough)));
  }

  private static OptionalLong recovery(EquityCurve curve, int peak, int trough) {
    for (int i = trough + 1; i < curve.size(); i++) {
      if (curve.equity(i) >= curve.equity(peak)) {
        return OptionalLong.of(curve.timeNs(i));
      }
    }
    return OptionalLong.empty();
  }

  /// The fall below the peak so far at each mark, 0 to 1.
  public static double[] series(EquityCurve curve) {
    double[] series = new double[curve.size()];
    double peak = 0;
    for (int i = 0; i < series.length; i++) {
      double equity = Math.max(0, curve.equity(i));
      peak = Math.max(peak, equity);
      series[i] = 1 - equity / peak;
    }
    return series;
  }
}
