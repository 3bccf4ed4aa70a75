package quorate.features.indicator.cycle;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Ehlers' homodyne discriminator: measures the period of the dominant cycle of a series, 6 to 50
/// values, and splits the series into a part in phase with that cycle and one a quarter behind.
///
/// The values are smoothed by the weights 4, 3, 2, 1, freed of their trend and turned by a quarter
/// cycle with a Hilbert transformer of seven taps, whose gain is corrected by the period found so
/// far. The angle that the smoothed phasor turns from one value to the next gives the period.
///
/// Lines of the last sixteen values stand in one array, so that a tap is an addition and a mask.
/// TA-Lib keeps two sets of lines, for odd and for even bars; what they hold is the same.
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapters 6 and 7.
public final class HilbertTransform implements Stateful {
  /// The longest period it finds, in values.
  public static final int LONGEST = 50;

  private static final double OUTER_TAP = 0.0962;
  private static final double INNER_TAP = 0.5769;
  private static final double SHORTEST = 6;

  /// Share of the squared value that the phasor has turned into after some 800 flat values; from
  /// then on the period stays exactly as it is.
  private static final double NO_MOVEMENT = 1e-80;

  private static final int MASK = 15;
  private static final int DETRENDED = 16;
  private static final int QUADRATURE = 32;

  /// Sixteen smooth values, sixteen free of trend and sixteen turned by a quarter cycle.
  private final double[] lines = new double[48];

  private final int skipped;
  private final int warmUp;
  private int seen;
  private int place;
  private double oneBack;
  private double twoBack;
  private double threeBack;
  private double smooth;
  private double inPhase;
  private double quadrature;
  private double inPhaseSmooth;
  private double quadratureSmooth;
  private double real;
  private double imaginary;
  private double period;
  private double smoothPeriod;

  private HilbertTransform(int skipped, int filling) {
    this.skipped = skipped;
    this.warmUp = skipped + filling + 1;
  }

  /// To measure the period by: begins with the 13th value and is ready after 33, as in TA-Lib.
  public static HilbertTransform forPeriod() {
    return new HilbertTransform(12, 20);
  }

  /// To measure the phase by: begins with the 38th value and is ready after 64, as in TA-Lib.
  public static HilbertTransform forPhase() {
    return new HilbertTransform(37, 26);
  }

  public void update(double value) {
    smooth = 0.1 * (4 * value + 3 * oneBack + 2 * twoBack + threeBack);
    threeBack = twoBack;
    twoBack = oneBack;
    oneBack = value;
    if (seen >= skipped) {
      transform(place);
      place = place + 1 & MASK;
    }
    seen = Math.min(seen + 1, warmUp);
  }

  private void transform(int at) {
    double gain = 0.075 * period + 0.54;
    lines[at] = smooth;
    double detrended = gain * quarterTurn(0, at);
    lines[DETRENDED + at] = detrended;
    quadrature = gain * quarterTurn(DETRENDED, at);
    lines[QUADRATURE + at] = quadrature;
    int delayed = at - 3;
    inPhase = lines[DETRENDED + (delayed & MASK)];
    turnPhasor(
        inPhase - gain * quarterTurn(QUADRATURE, at),
        quadrature + gain * quarterTurn(DETRENDED, delayed));
  }

  /// The Hilbert transformer over every other value of a line; differences first, so that a flat
  /// line gives exactly 0.
  private double quarterTurn(int line, int at) {
    return OUTER_TAP * (lines[line + (at & MASK)] - lines[line + (at - 6 & MASK)])
        + INNER_TAP * (lines[line + (at - 2 & MASK)] - lines[line + (at - 4 & MASK)]);
  }

  private void turnPhasor(double i, double q) {
    double iBefore = inPhaseSmooth;
    double qBefore = quadratureSmooth;
    inPhaseSmooth = smoothed(i, iBefore, Double.MIN_NORMAL);
    quadratureSmooth = smoothed(q, qBefore, Double.MIN_NORMAL);
    double none = NO_MOVEMENT * smooth * smooth;
    real = smoothed(inPhaseSmooth * iBefore + quadratureSmooth * qBefore, real, none);
    imaginary = smoothed(inPhaseSmooth * qBefore - quadratureSmooth * iBefore, imaginary, none);
    double found =
        imaginary != 0 && real != 0 ? 2 * Math.PI / StrictMath.atan(imaginary / real) : period;
    found = Math.max(0.67 * period, Math.min(1.5 * period, found));
    found = Math.max(SHORTEST, Math.min(LONGEST, found));
    period = Math.fma(found - period, 0.2, period);
    smoothPeriod = Math.fma(period - smoothPeriod, 0.33, smoothPeriod);
  }

  /// What is less than `none`, left of movement long ago, counts as none before it loses its
  /// digits.
  private static double smoothed(double now, double before, double none) {
    double mean = 0.2 * now + 0.8 * before;
    return Math.abs(mean) < none ? 0 : mean;
  }

  /// The last values, smoothed.
  public double smooth() {
    return smooth;
  }

  /// The part in phase with the cycle, in the unit of the values.
  public double inPhase() {
    return inPhase;
  }

  /// The part a quarter cycle behind, in the unit of the values.
  public double quadrature() {
    return quadrature;
  }

  /// Period of the dominant cycle, in values: found, kept within 6 to 50, and smoothed once more.
  public double smoothPeriod() {
    return smoothPeriod;
  }

  /// The same as a whole number of values, 0 to 50.
  public int length() {
    return (int) (smoothPeriod + 0.5);
  }

  /// Whether a value was transformed yet.
  public boolean begun() {
    return seen > skipped;
  }

  public boolean ready() {
    return seen == warmUp;
  }

  /// After how many values it is ready.
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(lines);
    seen = (int) codec.whole(seen);
    place = (int) codec.whole(place);
    oneBack = codec.real(oneBack);
    twoBack = codec.real(twoBack);
    threeBack = codec.real(threeBack);
    smooth = codec.real(smooth);
    inPhase = codec.real(inPhase);
    quadrature = codec.real(quadrature);
    inPhaseSmooth = codec.real(inPhaseSmooth);
    quadratureSmooth = codec.real(quadratureSmooth);
    real = codec.real(real);
    imaginary = codec.real(imaginary);
    period = codec.real(period);
    smoothPeriod = codec.real(smoothPeriod);
  }
}
