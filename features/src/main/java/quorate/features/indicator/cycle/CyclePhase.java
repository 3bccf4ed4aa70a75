package quorate.features.indicator.cycle;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Where in its dominant cycle a series is: the phase of that frequency in the last whole cycle of
/// smoothed values.
///
/// Sines and cosines of a cycle sum to 0, so values are counted from the newest one; that changes
/// nothing but the rounding, and a flat series has exactly no cycle. Then the phase is that of a
/// quarter turn by the sign of its real part, as Ehlers has it; TA-Lib turns the one before
/// further.
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapter 9.
final class CyclePhase implements Stateful {
  private static final int ROOM = 64;

  /// Sines and cosines of whole cycles of 0, 1, 2 … 50 values, one after the other.
  private static final double[] SINES = new double[first(HilbertTransform.LONGEST + 1)];

  private static final double[] COSINES = new double[SINES.length];

  static {
    for (int length = 1; length <= HilbertTransform.LONGEST; length++) {
      for (int i = 0; i < length; i++) {
        double angle = i * (2 * Math.PI) / length;
        SINES[first(length) + i] = StrictMath.sin(angle);
        COSINES[first(length) + i] = StrictMath.cos(angle);
      }
    }
  }

  private final HilbertTransform cycle = HilbertTransform.forPhase();

  /// Smoothed values, newest first from `newest` on; each stands twice, so that they lie in a row.
  private final double[] smooths = new double[2 * ROOM];

  private int newest;
  private double degrees;
  private double degreesBefore;

  private static int first(int length) {
    return length * (length - 1) / 2;
  }

  void update(double value) {
    cycle.update(value);
    if (cycle.begun()) {
      newest = newest - 1 & ROOM - 1;
      smooths[newest] = cycle.smooth();
      smooths[newest + ROOM] = cycle.smooth();
      measure();
    }
  }

  private void measure() {
    int length = cycle.length();
    int table = first(length);
    double origin = cycle.smooth();
    double real = 0;
    double imaginary = 0;
    for (int i = 1; i < length; i++) {
      double smooth = smooths[newest + i] - origin;
      real = Math.fma(SINES[table + i], smooth, real);
      imaginary = Math.fma(COSINES[table + i], smooth, imaginary);
    }
    double angle =
        imaginary == 0 ? 90 * Math.signum(real) : Math.toDegrees(StrictMath.atan(real / imaginary));
    // From sine to cosine, and ahead by the bar that the smoothing lags.
    angle += 90 + 360 / cycle.smoothPeriod();
    if (imaginary < 0) {
      angle += 180;
    }
    degreesBefore = degrees;
    degrees = angle > 315 ? angle - 360 : angle;
  }

  HilbertTransform cycle() {
    return cycle;
  }

  /// The phase, −45 to 315 degrees once the period has settled.
  double degrees() {
    return degrees;
  }

  /// The phase one value before.
  double degreesBefore() {
    return degreesBefore;
  }

  double sine() {
    return Sine.ofDegrees(degrees);
  }

  /// The sine an eighth of a cycle ahead.
  double leadSine() {
    return Sine.ofDegrees(degrees + 45);
  }

  @Override
  public void state(StateCodec codec) {
    cycle.state(codec);
    codec.reals(smooths);
    newest = (int) codec.whole(newest);
    degrees = codec.real(degrees);
    degreesBefore = codec.real(degreesBefore);
  }
}
