package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.Windows;
import quorate.features.rolling.WilderMean;
import quorate.features.state.StateCodec;

/// Average true range: Wilder's mean of the [TrueRange] from the second bar on, in price units.
/// Agrees with TA-Lib ATR.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section III.
public final class Atr implements Indicator {
  private final TrueRange trueRange = new TrueRange();
  private final WilderMean mean;
  private final int window;

  /// @param window true ranges smoothed, at least 1
  public Atr(int window) {
    this.window = Windows.check(window, 1, "atr");
    this.mean = new WilderMean(window);
  }

  @Override
  public void update(BarView bar) {
    boolean first = !trueRange.ready();
    trueRange.update(bar);
    if (!first) {
      mean.update(trueRange.value());
    }
  }

  @Override
  public double value() {
    return mean.value();
  }

  @Override
  public boolean ready() {
    return mean.ready();
  }

  @Override
  public int warmUp() {
    return window + 1;
  }

  @Override
  public void state(StateCodec codec) {
    trueRange.state(codec);
    mean.state(codec);
  }
}
