package quorate.features.naive;

import static java.lang.Math.PI;
import static java.lang.Math.atan;
import static java.lang.Math.clamp;

/// Ehlers' homodyne discriminator as his listing reads, over whole arrays; all that would lie
/// before the first value taken is 0.
final class NaiveHilbert {
  final double[] smooth;
  final double[] i1;
  final double[] q1;
  final double[] period;
  final double[] smoothPeriod;

  /// @param x the series
  /// @param first place of the first value whose smooth one is taken
  NaiveHilbert(double[] x, int first) {
    int size = x.length;
    smooth = new double[size];
    i1 = new double[size];
    q1 = new double[size];
    period = new double[size];
    smoothPeriod = new double[size];
    double[] detrender = new double[size];
    double[] i2 = new double[size];
    double[] q2 = new double[size];
    double[] re = new double[size];
    double[] im = new double[size];
    for (int t = first; t < size; t++) {
      smooth[t] = (4 * x[t] + 3 * x[t - 1] + 2 * x[t - 2] + x[t - 3]) / 10;
      double adjust = 0.075 * period[t - 1] + 0.54;
      detrender[t] = taps(smooth, t) * adjust;
      q1[t] = taps(detrender, t) * adjust;
      i1[t] = detrender[t - 3];
      double jI = taps(i1, t) * adjust;
      double jQ = taps(q1, t) * adjust;
      i2[t] = 0.2 * (i1[t] - jQ) + 0.8 * i2[t - 1];
      q2[t] = 0.2 * (q1[t] + jI) + 0.8 * q2[t - 1];
      re[t] = 0.2 * (i2[t] * i2[t - 1] + q2[t] * q2[t - 1]) + 0.8 * re[t - 1];
      im[t] = 0.2 * (i2[t] * q2[t - 1] - q2[t] * i2[t - 1]) + 0.8 * im[t - 1];
      double before = period[t - 1];
      double found = re[t] == 0 || im[t] == 0 ? before : 2 * PI / atan(im[t] / re[t]);
      found = clamp(clamp(found, 0.67 * before, 1.5 * before), 6, 50);
      period[t] = 0.2 * found + 0.8 * before;
      smoothPeriod[t] = 0.33 * period[t] + 0.67 * smoothPeriod[t - 1];
    }
  }

  /// Taps of opposite sign together, so that no rounding is left of a flat stretch to have a phase.
  private static double taps(double[] y, int t) {
    return 0.0962 * (y[t] - back(y, t - 6)) + 0.5769 * (back(y, t - 2) - back(y, t - 4));
  }

  private static double back(double[] y, int t) {
    return t < 0 ? 0 : y[t];
  }

  /// The smooth period in whole values.
  int length(int t) {
    return (int) Math.floor(smoothPeriod[t] + 0.5);
  }

  /// The angle of the phasor, 0 where it has no part in phase.
  double degrees(int t) {
    return i1[t] == 0 ? 0 : Math.toDegrees(atan(q1[t] / i1[t]));
  }
}
