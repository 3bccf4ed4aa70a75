package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.EQUAL;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_SHORT;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.PatternDefinition.penetrating;
import static quorate.features.indicator.pattern.Rule.bearish;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.signed;
import static quorate.features.indicator.pattern.Rule.two;

import java.util.List;

/// Two candles whose opens or closes meet, or where the second strikes back into the first.
final class MeetingPatterns {
  private MeetingPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "counterattack",
            "Counterattack",
            "TA-Lib CDLCOUNTERATTACK",
            "±100 for two opposite long candles with equal closes, by the colour of the second",
            List.of(BODY_LONG, EQUAL),
            colours("WB", "BW"),
            two((first, second) ->
                signed(
                    second.sign(),
                    first.findsEqual(second.close(), first.close())
                        && first.isLong()
                        && second.isLong()))),
        pattern(
            "separating_lines",
            "Separating lines",
            "TA-Lib CDLSEPARATINGLINES",
            "±100 for two opposite candles with equal opens, the second a belt hold, by its colour",
            List.of(BODY_LONG, SHADOW_VERY_SHORT, EQUAL),
            colours("WB", "BW"),
            two((first, second) ->
                signed(
                    second.sign(),
                    first.findsEqual(second.open(), first.open())
                        && second.isLong()
                        && second.hasNoShadowAtOpen()))),
        pattern(
            "matching_low",
            "Matching low",
            "TA-Lib CDLMATCHINGLOW",
            "100 for two black candles with equal closes",
            List.of(EQUAL),
            colours("BB"),
            two((first, second) -> bullish(first.findsEqual(second.close(), first.close())))),
        penetrating(
            "dark_cloud_cover",
            "Dark cloud cover",
            "TA-Lib CDLDARKCLOUDCOVER",
            "−100 for a black candle that opens above the high of a long white one and closes deeper"
                + " in its body than the penetration",
            List.of(BODY_LONG),
            colours("WB"),
            0.5,
            penetration -> two((first, second) -> bearish(covers(first, second, penetration)))),
        pattern(
            "piercing",
            "Piercing line",
            "TA-Lib CDLPIERCING",
            "100 for a long white candle that opens below the low of a long black one and closes in"
                + " the upper half of its body",
            List.of(BODY_LONG),
            colours("BW"),
            two((first, second) ->
                bullish(
                    strikesBackFromBelow(first, second)
                        && second.isLong()
                        && second.close() < first.open()
                        && second.close() > first.close() + first.body() * 0.5))),
        pattern(
            "thrusting",
            "Thrusting",
            "TA-Lib CDLTHRUSTING",
            "−100 for a white candle that opens below the low of a long black one and closes in the"
                + " lower half of its body, above a close equal to its",
            List.of(BODY_LONG, EQUAL),
            colours("BW"),
            two((first, second) ->
                bearish(
                    strikesBackFromBelow(first, second)
                        && second.close() > first.close() + first.equal()
                        && second.close() <= first.close() + first.body() * 0.5))),
        pattern(
            "in_neck",
            "In-neck",
            "TA-Lib CDLINNECK",
            "−100 for a white candle that opens below the low of a long black one and closes at its"
                + " close or just above",
            List.of(BODY_LONG, EQUAL),
            colours("BW"),
            two((first, second) ->
                bearish(
                    strikesBackFromBelow(first, second)
                        && second.close() >= first.close()
                        && second.close() <= first.close() + first.equal()))),
        pattern(
            "on_neck",
            "On-neck",
            "TA-Lib CDLONNECK",
            "−100 for a white candle that opens below the low of a long black one and closes at that"
                + " low",
            List.of(BODY_LONG, EQUAL),
            colours("BW"),
            two((first, second) ->
                bearish(
                    strikesBackFromBelow(first, second)
                        && first.findsEqual(second.close(), first.low())))),
        pattern(
            "kicking",
            "Kicking",
            "TA-Lib CDLKICKING",
            "±100 for two opposite marubozu with a gap between them, by the colour of the second",
            List.of(BODY_LONG, SHADOW_VERY_SHORT),
            colours("WB", "BW"),
            two((first, second) -> signed(second.sign(), kicks(first, second)))),
        pattern(
            "kicking_by_length",
            "Kicking, by length",
            "TA-Lib CDLKICKINGBYLENGTH",
            "±100 for two opposite marubozu with a gap between them, by the colour of the longer",
            List.of(BODY_LONG, SHADOW_VERY_SHORT),
            colours("WB", "BW"),
            two((first, second) ->
                signed(
                    second.body() > first.body() ? second.sign() : first.sign(),
                    kicks(first, second)))));
  }

  private static boolean covers(Candle first, Candle second, double penetration) {
    return second.open() > first.high()
        && second.close() > first.open()
        && second.close() < first.close() - first.body() * penetration
        && first.isLong();
  }

  /// A long black candle, then a white one that opens below its low.
  private static boolean strikesBackFromBelow(Candle first, Candle second) {
    return second.open() < first.low() && first.isLong();
  }

  private static boolean kicks(Candle first, Candle second) {
    return (second.isWhite() ? second.gapsUpFrom(first) : second.gapsDownFrom(first))
        && isLongMarubozu(first)
        && isLongMarubozu(second);
  }

  private static boolean isLongMarubozu(Candle candle) {
    return candle.isLong() && candle.hasNoShadows();
  }
}
