package quorate.features.indicator.pattern;

/// How the last candles are judged: 100 for a bullish pattern, −100 for a bearish one, 0 for none,
/// and where TA-Lib knows a weaker form 80 or −80.
///
/// @param candles how many it looks at
record Rule(int candles, Judge judge) {
  /// Judges the newest candles.
  interface Judge {
    int judge(Candles candles);
  }

  interface One {
    int judge(Candle candle);
  }

  interface Two {
    int judge(Candle first, Candle second);
  }

  interface Three {
    int judge(Candle first, Candle second, Candle third);
  }

  interface Four {
    int judge(Candle first, Candle second, Candle third, Candle fourth);
  }

  interface Five {
    int judge(Candle first, Candle second, Candle third, Candle fourth, Candle fifth);
  }

  static Rule one(One rule) {
    return new Rule(1, c -> rule.judge(c.ago(0)));
  }

  static Rule two(Two rule) {
    return new Rule(2, c -> rule.judge(c.ago(1), c.ago(0)));
  }

  static Rule three(Three rule) {
    return new Rule(3, c -> rule.judge(c.ago(2), c.ago(1), c.ago(0)));
  }

  static Rule four(Four rule) {
    return new Rule(4, c -> rule.judge(c.ago(3), c.ago(2), c.ago(1), c.ago(0)));
  }

  static Rule five(Five rule) {
    return new Rule(5, c -> rule.judge(c.ago(4), c.ago(3), c.ago(2), c.ago(1), c.ago(0)));
  }

  static int bullish(boolean seen) {
    return seen ? 100 : 0;
  }

  static int bearish(boolean seen) {
    return seen ? -100 : 0;
  }

  /// @param sign 1 if the pattern is bullish, −1 if it is bearish
  static int signed(int sign, boolean seen) {
    return seen ? 100 * sign : 0;
  }

  static int either(boolean bullish, boolean bearish) {
    return bullish ? 100 : bearish ? -100 : 0;
  }
}
