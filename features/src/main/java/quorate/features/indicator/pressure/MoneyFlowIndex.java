package quorate.features.indicator.pressure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// The money flow index, 0 to 100: money traded in bars whose typical price, (high + low + close) /
/// 3, rose, in percent of that in all bars where it changed, over the last n; 0 when none flowed.
/// Money is typical price · volume.
///
/// The bar after a gap counts to neither side. Agrees with TA-Lib MFI, which also gives 0 for flows
/// of less than 1 in all.
///
/// Source: G. Quong and A. Soudack, "Volume-weighted RSI: money flow", *Technical Analysis of
/// Stocks & Commodities* 7 (1989).
public final class MoneyFlowIndex implements Indicator {
  private final RollingSum inflow;
  private final RollingSum flow;
  private double previous;
  private boolean started;

  /// @param window changes looked at, at least 1
  public MoneyFlowIndex(int window) {
    inflow = new RollingSum(Windows.check(window, 1, "money_flow_index"));
    flow = new RollingSum(window);
  }

  @Override
  public void update(BarView bar) {
    double typical = (bar.high() + bar.low() + bar.close()) / 3;
    if (started) {
      double direction = bar.afterGap() ? 0 : Math.signum(typical - previous);
      double money = direction * (typical * bar.volume());
      inflow.update(Math.max(money, 0));
      flow.update(Math.abs(money));
    }
    previous = typical;
    started = true;
  }

  @Override
  public double value() {
    return Share.percent(inflow.value(), flow.value());
  }

  @Override
  public boolean ready() {
    return flow.ready();
  }

  @Override
  public int warmUp() {
    return flow.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    inflow.state(codec);
    flow.state(codec);
    previous = codec.real(previous);
    started = codec.flag(started);
  }
}
