package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// Chaikin's money flow: the sum over n bars of volume · ((c − l) − (h − c)) / (h − l) as a share
/// of their volume, −1 (all closes at the lows) to 1 (at the highs); 0 without volume. Agrees with
/// TA-Lib CMF.
public final class ChaikinMoneyFlow implements Indicator {
  private final RollingSum flow;
  private final RollingSum volume;

  /// @param window bars summed, at least 1
  public ChaikinMoneyFlow(int window) {
    flow = new RollingSum(Windows.check(window, 1, "chaikin_money_flow"));
    volume = new RollingSum(window);
  }

  @Override
  public void update(BarView bar) {
    flow.update(MoneyFlow.of(bar));
    volume.update(bar.volume());
  }

  @Override
  public double value() {
    double total = volume.value();
    return total > 0 ? flow.value() / total : 0;
  }

  @Override
  public boolean ready() {
    return flow.ready();
  }

  @Override
  public int warmUp() {
    return flow.size();
  }

  @Override
  public void state(StateCodec codec) {
    flow.state(codec);
    volume.state(codec);
  }
}
