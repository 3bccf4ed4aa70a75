package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Williams' market facilitation index: the bar's range a unit of volume, (h − l) / v; 0 without
/// volume. Agrees with TA-Lib MARKETFI.
///
/// Source: B. Williams, *Trading Chaos* (1995).
public final class MarketFacilitation implements Indicator {
  private double facilitation;
  private boolean started;

  @Override
  public void update(BarView bar) {
    double volume = bar.volume();
    facilitation = volume > 0 ? (bar.high() - bar.low()) / volume : 0;
    started = true;
  }

  @Override
  public double value() {
    return facilitation;
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
    facilitation = codec.real(facilitation);
    started = codec.flag(started);
  }
}
