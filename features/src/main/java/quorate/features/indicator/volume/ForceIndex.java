package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.state.StateCodec;

/// Elder's force index: the exponential average of (close − previous close) · volume, in price
/// times volume. The first bar after a gap has no change. Agrees with TA-Lib EFI.
///
/// Source: A. Elder, *Trading for a Living* (1993), section 8.
public final class ForceIndex implements Indicator {
  private final Ema average;
  private double previousClose;
  private boolean started;

  /// @param window changes averaged, at least 1
  public ForceIndex(int window) {
    average = new Ema(Windows.check(window, 1, "force_index"));
  }

  @Override
  public void update(BarView bar) {
    double close = bar.close();
    if (started) {
      average.update(bar.afterGap() ? 0 : (close - previousClose) * bar.volume());
    }
    previousClose = close;
    started = true;
  }

  @Override
  public double value() {
    return average.value();
  }

  @Override
  public boolean ready() {
    return average.ready();
  }

  @Override
  public int warmUp() {
    return average.warmUp() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    average.state(codec);
    previousClose = codec.real(previousClose);
    started = codec.flag(started);
  }
}
