package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Volume-weighted average price of the session so far, in price units: Σ typical · volume / Σ
/// volume over the bars since the one that opened the session, typical = (high + low + close) / 3.
///
/// A bar that [BarView#opensSession] starts anew with itself; before the first such bar the sums
/// run from the first bar seen. Until the session has volume the value is the typical price.
public final class Vwap implements Indicator {
  private final ExactSum traded = new ExactSum();
  private final ExactSum volume = new ExactSum();
  private double typical;
  private boolean started;

  @Override
  public void update(BarView bar) {
    if (bar.opensSession()) {
      traded.clear();
      volume.clear();
    }
    typical = (bar.high() + bar.low() + bar.close()) / 3;
    traded.addProduct(typical, bar.volume());
    volume.add(bar.volume());
    started = true;
  }

  @Override
  public double value() {
    double total = volume.value();
    return total > 0 ? traded.value() / total : typical;
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
    traded.state(codec);
    volume.state(codec);
    typical = codec.real(typical);
    started = codec.flag(started);
  }
}
