package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Price volume trend: the running total of volume · (close − previous close) / previous close, in
/// units of volume since the first bar seen, where it is 0. The first bar after a gap adds nothing;
/// a close that is not positive is refused. The total is kept free of drift. Agrees with TA-Lib
/// PVT.
public final class PriceVolumeTrend implements Indicator {
  private final ExactSum total = new ExactSum();
  private double previousClose;
  private boolean started;

  @Override
  public void update(BarView bar) {
    double close = PositiveClose.of(bar);
    if (started && !bar.afterGap()) {
      total.add((close - previousClose) / previousClose * bar.volume());
    }
    previousClose = close;
    started = true;
  }

  @Override
  public double value() {
    return total.value();
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
    total.state(codec);
    previousClose = codec.real(previousClose);
    started = codec.flag(started);
  }
}
