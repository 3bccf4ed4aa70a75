package quorate.features.indicator.pressure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.state.StateCodec;

/// The balance of power between buyers and sellers in the last bar, −1 to 1: (close − open) / (high
/// − low), 0 when the bar has no range. Agrees with TA-Lib BOP.
///
/// Source: I. Livshin, "Balance of market power", *Technical Analysis of Stocks & Commodities* 19
/// (2001).
public final class BalanceOfPower implements Indicator {
  private double balance;
  private boolean started;

  @Override
  public void update(BarView bar) {
    balance = Share.of(bar.close() - bar.open(), bar.high() - bar.low());
    started = true;
  }

  @Override
  public double value() {
    return balance;
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
    balance = codec.real(balance);
    started = codec.flag(started);
  }
}
