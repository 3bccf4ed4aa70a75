package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.AverageKind;
import quorate.features.state.StateCodec;

/// Percentage volume oscillator: how far the fast average of the volume is above the slow one, in
/// percent of the slow one, −100 or more; 0 where there is no volume left in the slow one. Agrees
/// with TA-Lib PVO.
public final class PercentageVolumeOscillator implements Indicator {
  /// Volume below this, left over in an average from long ago, counts as none, as in TA-Lib.
  private static final double NO_VOLUME = 1e-14;

  private final ValueIndicator fast;
  private final ValueIndicator slow;

  /// @param fast window of the fast average, at least 1 bar
  /// @param slow window of the slow average, longer than the fast one
  /// @param kind of both averages, by [AverageKind]'s order
  public PercentageVolumeOscillator(int fast, int slow, int kind) {
    Windows.checkOrder(fast, slow, "percentage_volume_oscillator");
    this.fast = AverageKind.of(kind, fast);
    this.slow = AverageKind.of(kind, slow);
  }

  @Override
  public void update(BarView bar) {
    fast.update(bar.volume());
    slow.update(bar.volume());
  }

  @Override
  public double value() {
    double base = slow.value();
    return base < NO_VOLUME ? 0 : 100 * ((fast.value() - base) / base);
  }

  @Override
  public boolean ready() {
    return slow.ready();
  }

  @Override
  public int warmUp() {
    return slow.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    fast.state(codec);
    slow.state(codec);
  }
}
