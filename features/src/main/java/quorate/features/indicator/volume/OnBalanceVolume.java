package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Granville's on-balance volume: the volume of the first bar, then the volume of each bar that
/// closes higher added and of each that closes lower taken away. The first bar after a gap counts
/// as unchanged. The total is kept free of drift. Agrees with TA-Lib OBV.
///
/// Source: J. Granville, *Granville's New Key to Stock Market Profits* (1963).
public final class OnBalanceVolume implements Indicator {
  private final ExactSum balance = new ExactSum();
  private double previousClose;
  private boolean started;

  @Override
  public void update(BarView bar) {
    double close = bar.close();
    double sign = started ? bar.afterGap() ? 0 : Math.signum(close - previousClose) : 1;
    balance.add(sign * bar.volume());
    previousClose = close;
    started = true;
  }

  @Override
  public double value() {
    return balance.value();
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
    balance.state(codec);
    previousClose = codec.real(previousClose);
    started = codec.flag(started);
  }
}
