package quorate.features.indicator.trend;

import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingRange;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// The vertical horizontal filter, 0 to 1: the range of the last n values as a share of the n
/// changes that led to them; high in a trend, low in a sideways market, 0 when nothing moves.
/// Agrees with TA-Lib VHF.
///
/// Source: A. White, "The vertical horizontal filter", *Futures* (1991).
public final class VerticalHorizontalFilter implements ValueIndicator {
  private final RollingRange range;
  private final RollingSum steps;
  private double previous;
  private boolean started;

  /// @param window values looked at, at least 2
  public VerticalHorizontalFilter(int window) {
    range = new RollingRange(Windows.check(window, 2, "vertical_horizontal_filter"));
    steps = new RollingSum(window);
  }

  @Override
  public void update(double value) {
    range.update(value, value);
    if (started) {
      steps.update(Math.abs(value - previous));
    }
    previous = value;
    started = true;
  }

  @Override
  public double value() {
    return Share.of(range.width(), steps.value());
  }

  @Override
  public boolean ready() {
    return steps.ready();
  }

  @Override
  public int warmUp() {
    return steps.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
    steps.state(codec);
    previous = codec.real(previous);
    started = codec.flag(started);
  }
}
