package quorate.features.indicator.pattern;

/// How the last candles are judged: 100 for a bullish pattern, −100 for a bearish one, 0 for none,
/// and where TA-Lib knows a weaker form 80 or −80.
///
/// Comparisons that turn most bars away come first, joined by `&&`. Those that go one way about as
/// often as the other are joined by `&`: to work them all out costs a processor less than to guess
/// each and be wrong.
///
/// @param candles how many it looks at
/// @param measuresAlways whether it asks for measures at most bars
/// @param maker makes the pattern that it judges
record Rule(int candles, boolean measuresAlways, Maker maker) {
  /// Makes a pattern of so much patience, in bars that TA-Lib waits although it could judge.
  interface Maker {
    CandlePattern over(Candles candles, Colours colours, int patience);
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
    return new Rule(
        1, true, (c, colours, patience) -> new CandlePattern.OfOne(c, colours, patience, rule));
  }

  static Rule two(Two rule) {
    return new Rule(
        2, false, (c, colours, patience) -> new CandlePattern.OfTwo(c, colours, patience, rule));
  }

  static Rule three(Three rule) {
    return new Rule(
        3, false, (c, colours, patience) -> new CandlePattern.OfThree(c, colours, patience, rule));
  }

  static Rule four(Four rule) {
    return new Rule(
        4, false, (c, colours, patience) -> new CandlePattern.OfFour(c, colours, patience, rule));
  }

  static Rule five(Five rule) {
    return new Rule(
        5, false, (c, colours, patience) -> new CandlePattern.OfFive(c, colours, patience, rule));
  }

  /// This one, which asks for measures at most bars.
  Rule measuringAlways() {
    return new Rule(candles, true, maker);
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
}
