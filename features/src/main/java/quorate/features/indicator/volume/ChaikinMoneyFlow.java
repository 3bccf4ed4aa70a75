package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Chaikin's money flow: the sum over n bars of volume · ((c − l) − (h − c)) / (h − l) as a share
/// of their volume, −1 (all closes at the lows) to 1 (at the highs); 0 without volume. Agrees with
/// TA-Lib CMF.
public final class ChaikinMoneyFlow implements Indicator {
  private final Window flows;
  private final Window volumes;
  private final ExactSum flow = new ExactSum();
  private final ExactSum volume = new ExactSum();

  /// @param window bars summed, at least 1
  public ChaikinMoneyFlow(int window) {
    flows = new Window(Windows.check(window, 1, "chaikin_money_flow"));
    volumes = new Window(window);
  }

  @Override
  public void update(BarView bar) {
    double flowNow = MoneyFlow.of(bar);
    flow.exchange(flowNow, flows.push(flowNow));
    volume.exchange(bar.volume(), volumes.push(bar.volume()));
  }

  @Override
  public double value() {
    double total = volume.value();
    return total > 0 ? flow.value() / total : 0;
  }

  @Override
  public boolean ready() {
    return flows.full();
  }

  @Override
  public int warmUp() {
    return flows.size();
  }

  @Override
  public void state(StateCodec codec) {
    flows.state(codec);
    volumes.state(codec);
    flow.state(codec);
    volume.state(codec);
  }
}
