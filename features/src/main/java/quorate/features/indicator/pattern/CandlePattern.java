package quorate.features.indicator.pattern;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Whether the last candles form a pattern: 100 when it is bullish, −100 when it is bearish, 0 when
/// there is none; ±80 for the weaker form of some. Equals TA-Lib's function at every bar.
///
/// Bars simply follow one another, gaps between sessions or not, for a gap is what many patterns
/// are made of. Colours are looked at first, for they turn most bars away; the rule judges the
/// rest. There is a class for each number of candles so that an update makes one call and not two.
abstract sealed class CandlePattern implements Indicator {
  private final Candles candles;
  private final Colours colours;
  private final int warmUp;
  private int seen;
  private int value;

  /// @param count how many candles the rule judges
  /// @param patience bars that TA-Lib waits although it could judge
  private CandlePattern(Candles candles, Colours colours, int count, int patience) {
    this.candles = candles;
    this.colours = colours;
    this.warmUp = candles.longestWindow() + count + patience;
  }

  /// Takes a candle in.
  ///
  /// @return whether the colours are right
  final boolean admits(BarView bar) {
    candles.update(bar);
    if (seen < warmUp) {
      seen++;
    }
    return candles.have(colours);
  }

  final Candle ago(int bars) {
    return candles.ago(bars);
  }

  final void judged(int value) {
    this.value = value;
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

  static final class OfOne extends CandlePattern {
    private final Rule.One rule;

    OfOne(Candles candles, Colours colours, int patience, Rule.One rule) {
      super(candles, colours, 1, patience);
      this.rule = rule;
    }

    @Override
    public void update(BarView bar) {
      judged(admits(bar) ? rule.judge(ago(0)) : 0);
    }
  }

  static final class OfTwo extends CandlePattern {
    private final Rule.Two rule;

    OfTwo(Candles candles, Colours colours, int patience, Rule.Two rule) {
      super(candles, colours, 2, patience);
      this.rule = rule;
    }

    @Override
    public void update(BarView bar) {
      judged(admits(bar) ? rule.judge(ago(1), ago(0)) : 0);
    }
  }

  static final class OfThree extends CandlePattern {
    private final Rule.Three rule;

    OfThree(Candles candles, Colours colours, int patience, Rule.Three rule) {
      super(candles, colours, 3, patience);
      this.rule = rule;
    }

    @Override
    public void update(BarView bar) {
      judged(admits(bar) ? rule.judge(ago(2), ago(1), ago(0)) : 0);
    }
  }

  static final class OfFour extends CandlePattern {
    private final Rule.Four rule;

    OfFour(Candles candles, Colours colours, int patience, Rule.Four rule) {
      super(candles, colours, 4, patience);
      this.rule = rule;
    }

    @Override
    public void update(BarView bar) {
      judged(admits(bar) ? rule.judge(ago(3), ago(2), ago(1), ago(0)) : 0);
    }
  }

  static final class OfFive extends CandlePattern {
    private final Rule.Five rule;

    OfFive(Candles candles, Colours colours, int patience, Rule.Five rule) {
      super(candles, colours, 5, patience);
      this.rule = rule;
    }

    @Override
    public void update(BarView bar) {
      judged(admits(bar) ? rule.judge(ago(4), ago(3), ago(2), ago(1), ago(0)) : 0);
    }
  }
}
