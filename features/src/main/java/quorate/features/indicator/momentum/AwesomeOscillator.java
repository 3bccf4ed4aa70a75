package quorate.features.indicator.momentum;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.state.StateCodec;

/// Williams's awesome oscillator, in price units: a fast simple average of the bars' middles, (high
/// + low) / 2, minus a slow one. Agrees with TA-Lib AO.
///
/// Source: B. Williams, *New Trading Dimensions* (1998).
public final class AwesomeOscillator implements Indicator {
  private final RollingMean fast;
  private final RollingMean slow;

  /// @param fast window of the fast average, at least 1
  /// @param slow window of the slow average, more than `fast`
  public AwesomeOscillator(int fast, int slow) {
    Windows.checkOrder(fast, slow, "awesome_oscillator");
    this.fast = new RollingMean(fast);
    this.slow = new RollingMean(slow);
  }

  @Override
  public void update(BarView bar) {
    double median = (bar.high() + bar.low()) / 2;
    fast.update(median);
    slow.update(median);
  }

  @Override
  public double value() {
    return fast.value() - slow.value();
  }

  @Override
  public boolean ready() {
    return slow.ready();
  }

  @Override
  public int warmUp() {
    return slow.size();
  }

  @Override
  public void state(StateCodec codec) {
    fast.state(codec);
    slow.state(codec);
  }
}
