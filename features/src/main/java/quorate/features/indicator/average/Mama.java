package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.cycle.HilbertTransform;
import quorate.features.state.StateCodec;

/// Ehlers' MESA adaptive moving average, in the unit of the values: jumps when the phase of the
/// dominant cycle starts anew and lies nearly still in between.
///
/// Outputs: 0 `mama`, 1 `fama`, which follows it half as fast; they cross once in a swing. The
/// share of the way to each new value is fast / (degrees that the phase fell back), at most fast
/// and at least slow. Both begin at 0 with the thirteenth value, which is forgotten when they are
/// ready. Agrees with TA-Lib MAMA.
///
/// Source: J. F. Ehlers, "MESA adaptive moving averages", *Technical Analysis of Stocks &
/// Commodities* 19 (2001).
public final class Mama implements ValueIndicator {
  private final HilbertTransform cycle = HilbertTransform.forPeriod();
  private final double fast;
  private final double slow;
  private double phase;
  private double mama;
  private double fama;

  /// @param fast largest share of the way to a new value, 0.01 to 0.99
  /// @param slow smallest share, 0.01 to `fast`
  public Mama(double fast, double slow) {
    if (!(slow >= 0.01 && slow <= fast && fast <= 0.99)) {
      throw new IllegalArgumentException(
          "shares must be 0.01 <= slow <= fast <= 0.99, but slow was %s and fast %s (feature"
                  .formatted(slow, fast)
              + " \"mama\")");
    }
    this.fast = fast;
    this.slow = slow;
  }

  @Override
  public void update(double value) {
    cycle.update(value);
    if (!cycle.begun()) {
      return;
    }
    double before = phase;
    double inPhase = cycle.inPhase();
    phase = inPhase == 0 ? 0 : Math.toDegrees(StrictMath.atan(cycle.quadrature() / inPhase));
    double share = Math.max(slow, fast / Math.max(1, before - phase));
    mama = Math.fma(value - mama, share, mama);
    fama = Math.fma(mama - fama, 0.5 * share, fama);
  }

  @Override
  public double value() {
    return mama;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> mama;
      case 1 -> fama;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return cycle.ready();
  }

  @Override
  public int warmUp() {
    return cycle.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    cycle.state(codec);
    phase = codec.real(phase);
    mama = codec.real(mama);
    fama = codec.real(fama);
  }
}
