package quorate.features.indicator.pressure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Williams's accumulation/distribution, in price units: the sum, since the first bar, of how far
/// each close that rose stands above the true low, and each that fell below the true high; true
/// extremes include the close before.
///
/// Only its course matters, not its level, which depends on where the bars begin. The bar after a
/// gap adds nothing. Agrees with TA-Lib WAD.
///
/// Source: L. Williams, *The Secret of Selecting Stocks for Immediate and Substantial Gains*
/// (1972).
public final class WilliamsAccumulation implements Indicator {
  private final ExactSum sum = new ExactSum();
  private double previous;
  private boolean started;

  /// Rising and falling are factors of 0 or 1: a branch would be mispredicted at every other bar.
  @Override
  public void update(BarView bar) {
    double close = bar.close();
    if (started && !bar.afterGap()) {
      double direction = Math.signum(close - previous);
      double aboveLow = close - Math.min(bar.low(), previous);
      double aboveHigh = close - Math.max(bar.high(), previous);
      sum.add(Math.max(direction, 0) * aboveLow + Math.max(-direction, 0) * aboveHigh);
    }
    previous = close;
    started = true;
  }

  @Override
  public double value() {
    return sum.value();
  }

  @Override
  public boolean ready() {
    return started;
  }

  @Override
  public int warmUp() {
    return 1;
  }

  @Override
  public void state(StateCodec codec) {
    sum.state(codec);
    previous = codec.real(previous);
    started = codec.flag(started);
  }
}
