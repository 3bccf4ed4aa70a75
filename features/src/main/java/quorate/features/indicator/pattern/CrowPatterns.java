package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.EQUAL;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_SHORT;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.bearish;
import static quorate.features.indicator.pattern.Rule.four;
import static quorate.features.indicator.pattern.Rule.three;

import java.util.List;

/// Black candles that sit down one beside the other at a top; all of them bearish.
final class CrowPatterns {
  private CrowPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "two_crows",
            "Two crows",
            "TA-Lib CDL2CROWS",
            "−100 for a long white candle, a black body that gaps up from it, and a black one that"
                + " opens within the second body and closes within the first",
            List.of(BODY_LONG),
            colours("WBB"),
            three((first, second, third) ->
                bearish(
                    second.bodyGapsUpFrom(first)
                        && third.opensWithinBodyOf(second)
                        && third.closesWithinBodyOf(first)
                        && first.isLong()))),
        pattern(
            "upside_gap_two_crows",
            "Upside gap two crows",
            "TA-Lib CDLUPSIDEGAP2CROWS",
            "−100 for a long white candle, a short black body that gaps up from it, and a black one"
                + " around the second body that still closes above the first",
            List.of(BODY_LONG, BODY_SHORT),
            colours("WBB"),
            three((first, second, third) ->
                bearish(
                    second.bodyGapsUpFrom(first)
                        && second.bodyIsInside(third)
                        && third.close() > first.close()
                        && first.isLong()
                        && second.isShort()))),
        pattern(
            "three_black_crows",
            "Three black crows",
            "TA-Lib CDL3BLACKCROWS",
            "−100 for a white candle and three black ones without lower shadows and with lower and"
                + " lower closes, the first below the white one's high, the others opening within"
                + " the body before",
            List.of(SHADOW_VERY_SHORT),
            colours("WBBB"),
            four((before, first, second, third) ->
                bearish(
                    crows(first, second, third)
                        && before.high() > first.close()
                        && second.opensWithinBodyOf(first)
                        && third.opensWithinBodyOf(second)))),
        pattern(
            "identical_three_crows",
            "Identical three crows",
            "TA-Lib CDLIDENTICAL3CROWS",
            "−100 for three black candles without lower shadows and with lower and lower closes,"
                + " each opening at the close before",
            List.of(SHADOW_VERY_SHORT, EQUAL),
            colours("BBB"),
            three((first, second, third) ->
                bearish(
                    crows(first, second, third)
                        && first.findsEqual(second.open(), first.close())
                        && second.findsEqual(third.open(), second.close())))));
  }

  /// Three black candles without lower shadows that close lower and lower.
  private static boolean crows(Candle first, Candle second, Candle third) {
    return third.close() < second.close()
        && second.close() < first.close()
        && first.hasNoLowerShadow()
        && second.hasNoLowerShadow()
        && third.hasNoLowerShadow();
  }
}
