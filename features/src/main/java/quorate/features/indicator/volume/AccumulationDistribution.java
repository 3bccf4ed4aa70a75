package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Chaikin's accumulation/distribution line: the running total of volume · ((c − l) − (h − c)) / (h
/// − l), in units of volume since the first bar seen. A bar without range adds nothing. Agrees with
/// TA-Lib AD.
///
/// Only its changes mean something, since its level depends on where it began. The total is kept
/// free of drift.
public final class AccumulationDistribution implements Indicator {
  private final ExactSum total = new ExactSum();
  private boolean started;

  @Override
  public void update(BarView bar) {
    total.add(MoneyFlow.of(bar));
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
    started = codec.flag(started);
  }
}
