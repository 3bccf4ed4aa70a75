package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.NEAR;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.PatternDefinition.penetrating;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.five;
import static quorate.features.indicator.pattern.Rule.four;
import static quorate.features.indicator.pattern.Rule.signed;

import java.util.List;

/// Four and five candles: a move, a pause or a run, and how it ends.
final class MethodPatterns {
  private static final double USUAL_PENETRATION = 0.5;

  private MethodPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "three_line_strike",
            "Three-line strike",
            "TA-Lib CDL3LINESTRIKE",
            "±100 for three candles of one colour with closes further and further, each opening in"
                + " or near the body before, and an opposite one that opens beyond the third close"
                + " and closes beyond the first open, by the colour of the three",
            List.of(NEAR),
            colours("WWWB", "BBBW"),
            four((first, second, third, strike) ->
                signed(third.sign(), strikes(first, second, third, strike)))),
        pattern(
            "breakaway",
            "Breakaway",
            "TA-Lib CDLBREAKAWAY",
            "±100 for a long candle, a body of its colour that gaps away, two more candles that go"
                + " on, the second of that colour, and an opposite one that closes in the gap, by"
                + " its colour",
            List.of(BODY_LONG),
            colours("WW?WB", "BB?BW"),
            five((first, second, third, fourth, fifth) ->
                signed(fifth.sign(), breaksAway(first, second, third, fourth, fifth)))),
        pattern(
            "rising_falling_three_methods",
            "Rising and falling three methods",
            "TA-Lib CDLRISEFALL3METHODS",
            "±100 for a long candle, three small opposite ones that drift back within its range, and"
                + " a long one of its colour that opens beyond the fourth close and closes beyond"
                + " the first, by its colour",
            List.of(BODY_LONG, BODY_SHORT),
            colours("WBBBW", "BWWWB"),
            five((first, second, third, fourth, fifth) ->
                signed(first.sign(), threeMethods(first, second, third, fourth, fifth)))),
        penetrating(
            "mat_hold",
            "Mat hold",
            "TA-Lib CDLMATHOLD",
            "100 for a long white candle, a small black body that gaps up, two small ones that fall"
                + " back into the first body by less than the penetration, and a white one that"
                + " opens above the fourth close and closes above all highs",
            List.of(BODY_LONG, BODY_SHORT),
            colours("WB??W"),
            USUAL_PENETRATION,
            penetration ->
                five((first, second, third, fourth, fifth) ->
                    bullish(
                        matHolds(first, second, third, fourth, fifth)
                            && holdsOn(first, third, penetration)
                            && holdsOn(first, fourth, penetration)))));
  }

  private static boolean strikes(Candle first, Candle second, Candle third, Candle strike) {
    boolean against =
        third.isWhite()
            ? third.close() > second.close()
                && second.close() > first.close()
                && strike.open() > third.close()
                && strike.close() < first.open()
            : third.close() < second.close()
                && second.close() < first.close()
                && strike.open() < third.close()
                && strike.close() > first.open();
    return against && opensInOrNear(first, second) && opensInOrNear(second, third);
  }

  private static boolean opensInOrNear(Candle before, Candle candle) {
    return candle.open() >= before.bottom() - before.near()
        && candle.open() <= before.top() + before.near();
  }

  private static boolean breaksAway(
      Candle first, Candle second, Candle third, Candle fourth, Candle fifth) {
    boolean andBack =
        first.isWhite()
            ? second.bodyGapsUpFrom(first)
                && third.hasHigherRangeThan(second)
                && fourth.hasHigherRangeThan(third)
                && fifth.close() < second.open()
                && fifth.close() > first.close()
            : second.bodyGapsDownFrom(first)
                && third.hasLowerRangeThan(second)
                && fourth.hasLowerRangeThan(third)
                && fifth.close() > second.open()
                && fifth.close() < first.close();
    return andBack && first.isLong();
  }

  private static boolean threeMethods(
      Candle first, Candle second, Candle third, Candle fourth, Candle fifth) {
    boolean back =
        first.isWhite()
            ? third.close() < second.close()
                && fourth.close() < third.close()
                && fifth.open() > fourth.close()
                && fifth.close() > first.close()
            : third.close() > second.close()
                && fourth.close() > third.close()
                && fifth.open() < fourth.close()
                && fifth.close() < first.close();
    return back
        && reachesInto(first, second)
        && reachesInto(first, third)
        && reachesInto(first, fourth)
        && first.isLong()
        && second.isSmall()
        && third.isSmall()
        && fourth.isSmall()
        && fifth.isLong();
  }

  /// A part of the body lies within the range of the first.
  private static boolean reachesInto(Candle first, Candle candle) {
    return candle.bottom() < first.high() && candle.top() > first.low();
  }

  private static boolean matHolds(
      Candle first, Candle second, Candle third, Candle fourth, Candle fifth) {
    return second.bodyGapsUpFrom(first)
        && third.top() < second.open()
        && fourth.top() < third.top()
        && fifth.open() > fourth.close()
        && fifth.close() > second.high()
        && fifth.close() > third.high()
        && fifth.close() > fourth.high()
        && first.isLong()
        && second.isSmall()
        && third.isSmall()
        && fourth.isSmall();
  }

  /// A part of the body lies within the first, but no deeper than the penetration.
  private static boolean holdsOn(Candle first, Candle candle, double penetration) {
    return candle.bottom() < first.close()
        && candle.bottom() > first.close() - first.body() * penetration;
  }
}
