package quorate.features.indicator.pattern;

import java.util.List;
import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// An inside bar whose breakout fails: ±100 when the bar breaks out of the inside bar, and ±200
/// when one of the next three closes beyond the inside bar's other side.
///
/// Bullish when the breakout was downwards. The modified form wants one more inside bar before,
/// which closes near the end that prices then break out of. A new pattern hides the confirmation of
/// an old one at the same bar. Equals TA-Lib CDLHIKKAKE and CDLHIKKAKEMOD, which begin three bars
/// late so that no confirmation is missed.
///
/// Source: D. Chesler, "The hikkake pattern", *Active Trader* (April 2004).
final class Hikkake implements Indicator {
  private static final int PATIENCE = 3;

  private final boolean modified;
  private final Candles candles;
  private final int candlesNeeded;
  private int seen;
  private int value;

  /// 1 or −1 while a pattern waits for its confirmation, 0 otherwise.
  private int waiting;

  private int patience;

  /// Where a close must go beyond.
  private double threshold;

  /// @param modified whether the inside bar is inside another one
  Hikkake(boolean modified, CandleSettings settings) {
    this.modified = modified;
    int count = modified ? 4 : 3;
    candles =
        new Candles(count, modified ? List.of(CandleMeasure.NEAR) : List.of(), settings, false);
    // The modified form measures the third candle from the end.
    candlesNeeded = Math.max(count, candles.longestWindow() + 3);
  }

  @Override
  public void update(BarView bar) {
    candles.update(bar);
    if (seen < warmUp()) {
      seen++;
    }
    int breakout = seen < candlesNeeded ? 0 : breakout();
    if (breakout != 0) {
      Candle inside = candles.ago(1);
      value = 100 * breakout;
      waiting = breakout;
      patience = PATIENCE;
      threshold = breakout > 0 ? inside.high() : inside.low();
    } else {
      value = 200 * confirmation();
    }
  }

  /// 1 for a breakout downwards, which is bullish if it fails, −1 for one upwards.
  private int breakout() {
    Candle outer = candles.ago(2);
    Candle inside = candles.ago(1);
    Candle last = candles.ago(0);
    if (!inside.rangeIsInside(outer) || (modified && !outer.rangeIsInside(candles.ago(3)))) {
      return 0;
    }
    if (last.hasLowerRangeThan(inside)) {
      return !modified || outer.close() <= outer.low() + outer.near() ? 1 : 0;
    }
    if (last.hasHigherRangeThan(inside)) {
      return !modified || outer.close() >= outer.high() - outer.near() ? -1 : 0;
    }
    return 0;
  }

  private int confirmation() {
    if (waiting == 0) {
      return 0;
    }
    double close = candles.ago(0).close();
    int confirmed = (waiting > 0 ? close > threshold : close < threshold) ? waiting : 0;
    patience--;
    if (confirmed != 0 || patience == 0) {
      waiting = 0;
    }
    return confirmed;
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public boolean ready() {
    return seen == warmUp();
  }

  @Override
  public int warmUp() {
    return candlesNeeded + PATIENCE;
  }

  @Override
  public void state(StateCodec codec) {
    candles.state(codec);
    seen = (int) codec.whole(seen);
    value = (int) codec.whole(value);
    waiting = (int) codec.whole(waiting);
    patience = (int) codec.whole(patience);
    threshold = codec.real(threshold);
  }
}
