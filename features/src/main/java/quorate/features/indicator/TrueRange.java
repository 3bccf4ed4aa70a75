package quorate.features.indicator;

import quorate.features.state.StateCodec;

/// Wilder's true range, in price units: the widest of high − low, |high − previous close| and |low
/// − previous close|; on the first bar and on the first after a gap high − low. Agrees with TA-Lib
/// TRANGE from the second bar on.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section III.
public final class TrueRange implements Indicator {
  private double previousClose;
  private double range;
  private boolean started;

  @Override
  public void update(BarView bar) {
    double high = bar.high();
    double low = bar.low();
    if (started && !bar.afterGap()) {
      range = Math.max(high, previousClose) - Math.min(low, previousClose);
    } else {
      range = high - low;
      started = true;
    }
    previousClose = bar.close();
  }

  @Override
  public double value() {
    return range;
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
    previousClose = codec.real(previousClose);
    range = codec.real(range);
    started = codec.flag(started);
  }
}
