package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.state.StateCodec;

/// Chaikin's oscillator: the fast less the slow exponential average of the [accumulation
/// line][AccumulationDistribution], both begun at its first value; in units of volume. Agrees with
/// TA-Lib ADOSC.
///
/// What is kept is how far each average lags behind the line, lag = (1 − share) · (lag + flow), and
/// the oscillator is the slow lag less the fast one. That is the same number, but the level of the
/// line, which grows without bound and takes TA-Lib's last digits with it, never enters.
public final class ChaikinOscillator implements Indicator {
  private final int warmUp;
  private final double fastKeep;
  private final double slowKeep;
  private double fastLag;
  private double slowLag;
  private int seen;

  /// @param fast window of the fast average, at least 2 bars
  /// @param slow window of the slow average, at least 2 bars
  public ChaikinOscillator(int fast, int slow) {
    this.warmUp =
        Math.max(
            Windows.check(fast, 2, "chaikin_oscillator"),
            Windows.check(slow, 2, "chaikin_oscillator"));
    this.fastKeep = (fast - 1.0) / (fast + 1.0);
    this.slowKeep = (slow - 1.0) / (slow + 1.0);
  }

  @Override
  public void update(BarView bar) {
    if (seen > 0) { // both averages begin on the line
      double flow = MoneyFlow.of(bar);
      fastLag = fastKeep * (fastLag + flow);
      slowLag = slowKeep * (slowLag + flow);
    }
    if (seen < warmUp) {
      seen++;
    }
  }

  @Override
  public double value() {
    return slowLag - fastLag;
  }

  @Override
  public boolean ready() {
    return seen == warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    fastLag = codec.real(fastLag);
    slowLag = codec.real(slowLag);
    seen = (int) codec.whole(seen);
  }
}
