package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.EQUAL;
import static quorate.features.indicator.pattern.CandleMeasure.NEAR;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.signed;
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
            colours("WW"),
            three(GapPatterns::sideBySideWhite)),
        pattern(
            "tasuki_gap",
            "Tasuki gap",
            "TA-Lib CDLTASUKIGAP",
            "±100 for a body that gaps away in its colour and an opposite one of near size that"
                + " opens within it and closes in the gap, by the colour of the second",
            List.of(NEAR),
            colours("WB", "BW"),
            three((first, second, third) -> signed(second.sign(), tasuki(first, second, third)))),
        pattern(
            "gap_three_methods",
            "Upside and downside gap three methods",
            "TA-Lib CDLXSIDEGAP3METHODS",
            "±100 for two candles of one colour with a gap between their bodies, and an opposite one"
                + " that opens within the second and closes within the first, by the colour of the"
                + " first",
            List.of(),
            colours("WWB", "BBW"),
            three((first, second, third) -> signed(first.sign(), fills(first, second, third)))));
  }

  private static int sideBySideWhite(Candle first, Candle second, Candle third) {
    boolean up = second.bodyGapsUpFrom(first) && third.bodyGapsUpFrom(first);
    boolean down = second.bodyGapsDownFrom(first) && third.bodyGapsDownFrom(first);
    return signed(
        up ? 1 : -1,
        (up || down)
            && third.body() >= second.body() - second.near()
            && third.body() <= second.body() + second.near()
            && second.findsEqual(third.open(), second.open()));
  }

  private static boolean tasuki(Candle first, Candle second, Candle third) {
    boolean inTheGap =
        second.isWhite()
            ? second.bodyGapsUpFrom(first)
                && third.close() < second.open()
                && third.close() > first.top()
            : second.bodyGapsDownFrom(first)
                && third.close() > second.open()
                && third.close() < first.bottom();
    return inTheGap
        && third.opensWithinBodyOf(second)
        && Math.abs(second.body() - third.body()) < second.near();
  }

  private static boolean fills(Candle first, Candle second, Candle third) {
    return (first.isWhite() ? second.bodyGapsUpFrom(first) : second.bodyGapsDownFrom(first))
        && third.opensWithinBodyOf(second)
        && third.closesWithinBodyOf(first);
  }
}
