package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.EQUAL;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_SHORT;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.five;
import static quorate.features.indicator.pattern.Rule.four;
import static quorate.features.indicator.pattern.Rule.three;

import java.util.List;

/// Falls that run out of sellers; all of them bullish.
final class TurnPatterns {
  private TurnPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "three_stars_in_the_south",
            "Three stars in the south",
            "TA-Lib CDL3STARSINSOUTH",
            "100 for three black candles that shrink: a long one with a long lower shadow, a smaller"
                + " one with a higher low, a small one without shadows inside the second's range",
            List.of(BODY_LONG, SHADOW_LONG, SHADOW_VERY_SHORT, BODY_SHORT),
            colours("BBB"),
            three((first, second, third) -> bullish(starsInTheSouth(first, second, third)))),
        pattern(
            "stick_sandwich",
            "Stick sandwich",
            "TA-Lib CDLSTICKSANDWICH",
            "100 for a white candle that trades above the close of the black one before, between two"
                + " black ones with equal closes",
            List.of(EQUAL),
            colours("BWB"),
            three((first, second, third) ->
                bullish(
                    second.low() > first.close()
                        && first.findsEqual(third.close(), first.close())))),
        pattern(
            "unique_three_river",
            "Unique three river",
            "TA-Lib CDLUNIQUE3RIVER",
            "100 for a long black candle, a black harami with a lower low, and a small white one"
                + " that opens above that low",
            List.of(BODY_LONG, BODY_SHORT),
            colours("BBW"),
            three((first, second, third) ->
                bullish(
                    second.close() > first.close()
                        && second.open() <= first.open()
                        && second.low() < first.low()
                        && third.open() > second.low()
                        && first.isLong()
                        && third.isSmall()))),
        pattern(
            "concealing_baby_swallow",
            "Concealing baby swallow",
            "TA-Lib CDLCONCEALBABYSWALL",
            "100 for two black candles without shadows, a black body that gaps down with an upper"
                + " shadow into the second, and a black candle around the third, shadows too",
            List.of(SHADOW_VERY_SHORT),
            colours("BBBB"),
            four((first, second, third, fourth) ->
                bullish(
                    third.bodyGapsDownFrom(second)
                        && third.rangeIsInside(fourth)
                        && first.hasNoShadows()
                        && second.hasNoShadows()
                        && third.hasUpperShadow()
                        && third.high() > second.close()))),
        pattern(
            "ladder_bottom",
            "Ladder bottom",
            "TA-Lib CDLLADDERBOTTOM",
            "100 for three black candles with lower and lower opens and closes, a black one with an"
                + " upper shadow, and a white one that opens above its body and closes above its"
                + " high",
            List.of(SHADOW_VERY_SHORT),
            colours("BBBBW"),
            five((first, second, third, fourth, fifth) ->
                bullish(
                    fifth.open() > fourth.open()
                        && fifth.close() > fourth.high()
                        && fallsTo(first, second)
                        && fallsTo(second, third)
                        && fourth.hasUpperShadow()))));
  }

  private static boolean starsInTheSouth(Candle first, Candle second, Candle third) {
    return third.rangeIsInside(second)
        && second.body() < first.body()
        && second.open() > first.close()
        && second.open() <= first.high()
        && second.low() < first.close()
        && second.low() >= first.low()
        && first.isLong()
        && first.hasLongLowerShadow()
        && second.hasLowerShadow()
        && third.isSmall()
        && third.hasNoShadows();
  }

  /// Opens lower and closes lower.
  private static boolean fallsTo(Candle before, Candle candle) {
    return candle.open() < before.open() && candle.close() < before.close();
  }
}
