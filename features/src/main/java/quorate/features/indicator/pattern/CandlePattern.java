package quorate.features.indicator.pattern;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Whether the last candles form a pattern: 100 when it is bullish, −100 when it is bearish, 0 when
/// there is none; ±80 for the weaker form of some. Equals TA-Lib's function at every bar.
///
/// Bars simply follow one another, gaps between sessions or not, for a gap is what many patterns
/// are made of. An update costs one exact running sum per averaged range, whatever the windows.
final class CandlePattern implements Indicator {
  private final Candles candles;
  private final Rule.Judge rule;
  private final int warmUp;
  private int seen;
  private int value;

  /// @param patience bars that TA-Lib waits although it could judge
  CandlePattern(Candles candles, Rule rule, int patience) {
    this.candles = candles;
    this.rule = rule.judge();
    this.warmUp = candles.longestWindow() + rule.candles() + patience;
  }

  @Override
  public void update(BarView bar) {
    candles.update(bar);
    value = rule.judge(candles);
    if (seen < warmUp) {
      seen++;
    }
  }

  @Override
  public double value() {
    return value;
  }

  @Override
  public boolean ready() {
    return seen == warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    candles.state(codec);
    seen = (int) codec.whole(seen);
    value = (int) codec.whole(value);
  }
}
