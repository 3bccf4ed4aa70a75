package quorate.features.indicator.profile;

import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// What was traded in the last so many bars, as closely as it is known: each bar by its trades
/// where there were any, else by the shorter bars inside it, else by itself.
///
/// Not for use by two threads.
public final class VolumeWindow implements Stateful {
  private final InnerBars inner;
  private final TradeLedger trades;

  /// @param bars held, at least 1
  public VolumeWindow(int bars) {
    inner = new InnerBars(bars);
    trades = new TradeLedger(bars);
  }

  /// A trade within the growing bar.
  ///
  /// @param price finite
  /// @param volume 0 or more
  /// @param tick smallest step of prices, 0 where there is none; the same for all trades of a bar
  public void trade(double price, double volume, double tick) {
    trades.trade(price, volume, tick);
  }

  /// A finished shorter bar within the growing one.
  public void finer(BarView bar) {
    inner.add(bar);
  }

  /// Ends the growing bar.
  public void update(BarView bar) {
    inner.end(bar);
    trades.end();
  }

  /// Whether as many bars were finished as it holds.
  public boolean full() {
    return inner.full();
  }

  /// The shorter bars inside the bars it holds.
  public InnerBars inner() {
    return inner;
  }

  TradeLedger trades() {
    return trades;
  }

  @Override
  public void state(StateCodec codec) {
    inner.state(codec);
    trades.state(codec);
  }
}
