package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMean;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// The detrended price oscillator, in the unit of the values: the value ⌊n / 2⌋ + 1 bars ago minus
/// the simple average of the n values up to now, in whose middle it stood.
///
/// It speaks of the past: at bar t it is how far the value half a window ago stood from the average
/// round it. Charts draw it at that earlier bar, where nobody could have known it; here it appears
/// when the average is known. Agrees with TA-Lib DPO.
///
/// Source: W. Blau, *Momentum, Direction, and Divergence* (1995), among many.
public final class DetrendedPrice implements ValueIndicator {
  private final RollingMean mean;
  private final Window values;
  private double oldest;
  private boolean reached;

  /// @param window values averaged, at least 2
  public DetrendedPrice(int window) {
    mean = new RollingMean(Windows.check(window, 2, "detrended_price"));
    values = new Window(window / 2 + 1);
  }

  @Override
  public void update(double value) {
    mean.update(value);
    reached = values.full();
    oldest = values.push(value);
  }

  @Override
  public double value() {
    return oldest - mean.value();
  }

  @Override
  public boolean ready() {
    return mean.ready() && reached;
  }

  @Override
  public int warmUp() {
    return Math.max(mean.size(), values.size() + 1);
  }

  @Override
  public void state(StateCodec codec) {
    mean.state(codec);
    values.state(codec);
    oldest = codec.real(oldest);
    reached = codec.flag(reached);
  }
}
