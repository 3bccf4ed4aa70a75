package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.EQUAL;
import static quorate.features.indicator.pattern.CandleMeasure.NEAR;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.either;
import static quorate.features.indicator.pattern.Rule.three;

import java.util.List;

/// A gap between two bodies, and what the third candle makes of it.
final class GapPatterns {
  private GapPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "gap_side_by_side_white",
            "Gap side-by-side white lines",
            "TA-Lib CDLGAPSIDESIDEWHITE",
            "±100 for two white bodies of near size and equal opens that both gap up (100) or down"
                + " from the first",
            List.of(NEAR, EQUAL),
            three(GapPatterns::sideBySideWhite)),
        pattern(
            "tasuki_gap",
            "Tasuki gap",
            "TA-Lib CDLTASUKIGAP",
            "±100 for a body that gaps away in its colour and an opposite one of near size that"
                + " opens within it and closes in the gap, by the colour of the second",
            List.of(NEAR),
            three(GapPatterns::tasuki)),
        pattern(
            "gap_three_methods",
            "Upside and downside gap three methods",
            "TA-Lib CDLXSIDEGAP3METHODS",
            "±100 for two candles of one colour with a gap between their bodies, and an opposite one"
                + " that opens within the second and closes within the first, by the colour of the"
                + " first",
            List.of(),
            three(GapPatterns::threeMethods)));
  }

  private static int sideBySideWhite(Candle first, Candle second, Candle third) {
    boolean up = second.bodyGapsUpFrom(first) && third.bodyGapsUpFrom(first);
    boolean down = second.bodyGapsDownFrom(first) && third.bodyGapsDownFrom(first);
    boolean sideBySide =
        (up || down)
            && second.isWhite()
            && third.isWhite()
            && third.body() >= second.body() - second.near()
            && third.body() <= second.body() + second.near()
            && second.findsEqual(third.open(), second.open());
    return either(sideBySide && up, sideBySide && down);
  }

  private static int tasuki(Candle first, Candle second, Candle third) {
    boolean up =
        second.bodyGapsUpFrom(first)
            && second.isWhite()
            && third.close() < second.open()
            && third.close() > first.top();
    boolean down =
        second.bodyGapsDownFrom(first)
            && second.isBlack()
            && third.close() > second.open()
            && third.close() < first.bottom();
    boolean tasuki =
        (up || down)
            && third.isOppositeOf(second)
            && third.opensWithinBodyOf(second)
            && Math.abs(second.body() - third.body()) < second.near();
    return either(tasuki && up, tasuki && down);
  }

  private static int threeMethods(Candle first, Candle second, Candle third) {
    boolean up = second.bodyGapsUpFrom(first) && first.isWhite() && second.isWhite();
    boolean down = second.bodyGapsDownFrom(first) && first.isBlack() && second.isBlack();
    boolean fills =
        (up || down)
            && third.isOppositeOf(second)
            && third.opensWithinBodyOf(second)
            && third.closesWithinBodyOf(first);
    return either(fills && up, fills && down);
  }
}
