package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_DOJI;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.PatternDefinition.penetrating;
import static quorate.features.indicator.pattern.Rule.bearish;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.signed;
import static quorate.features.indicator.pattern.Rule.three;
import static quorate.features.indicator.pattern.Rule.two;

import java.util.List;

/// A small body or doji that gaps away from its neighbours.
final class StarPatterns {
  private static final double USUAL_PENETRATION = 0.3;

  private StarPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "doji_star",
            "Doji star",
            "TA-Lib CDLDOJISTAR",
            "±100 for a doji that gaps away from a long body in its direction, against its colour",
            List.of(BODY_LONG, BODY_DOJI),
            Colours.ANY,
            two((first, star) ->
                signed(
                    -first.sign(),
                    (first.isWhite() ? star.bodyGapsUpFrom(first) : star.bodyGapsDownFrom(first))
                        && first.isLong()
                        && star.isDoji()))),
        penetrating(
            "morning_star",
            "Morning star",
            "TA-Lib CDLMORNINGSTAR",
            "100 for a long black candle, a short body that gaps down, and a white one, not short,"
                + " that closes deeper in the first body than the penetration",
            List.of(BODY_LONG, BODY_SHORT),
            colours("B?W"),
            USUAL_PENETRATION,
            penetration ->
                three((first, star, third) ->
                    bullish(rises(first, star, third, penetration) && star.isShort()))),
        penetrating(
            "morning_doji_star",
            "Morning doji star",
            "TA-Lib CDLMORNINGDOJISTAR",
            "100 for a morning star that is a doji",
            List.of(BODY_LONG, BODY_DOJI, BODY_SHORT),
            colours("B?W"),
            USUAL_PENETRATION,
            penetration ->
                three((first, star, third) ->
                    bullish(rises(first, star, third, penetration) && star.isDoji()))),
        penetrating(
            "evening_star",
            "Evening star",
            "TA-Lib CDLEVENINGSTAR",
            "−100 for a long white candle, a short body that gaps up, and a black one, not short,"
                + " that closes deeper in the first body than the penetration",
            List.of(BODY_LONG, BODY_SHORT),
            colours("W?B"),
            USUAL_PENETRATION,
            penetration ->
                three((first, star, third) ->
                    bearish(falls(first, star, third, penetration) && star.isShort()))),
        penetrating(
            "evening_doji_star",
            "Evening doji star",
            "TA-Lib CDLEVENINGDOJISTAR",
            "−100 for an evening star that is a doji",
            List.of(BODY_LONG, BODY_DOJI, BODY_SHORT),
            colours("W?B"),
            USUAL_PENETRATION,
            penetration ->
                three((first, star, third) ->
                    bearish(falls(first, star, third, penetration) && star.isDoji()))),
        penetrating(
            "abandoned_baby",
            "Abandoned baby",
            "TA-Lib CDLABANDONEDBABY",
            "±100 for a doji star that gaps, shadows too, from the candle before it and from the one"
                + " after it, which closes deeper in the first body than the penetration; by the"
                + " colour of the third",
            List.of(BODY_LONG, BODY_DOJI, BODY_SHORT),
            colours("B?W", "W?B"),
            USUAL_PENETRATION,
            penetration ->
                three((first, baby, third) ->
                    signed(third.sign(), abandons(first, baby, third, penetration)))),
        pattern(
            "tristar",
            "Tristar",
            "TA-Lib CDLTRISTAR",
            "±100 for three doji, by the measure of the first, the second gapping down (100) or up"
                + " and the third back from its end",
            List.of(BODY_DOJI),
            Colours.ANY,
            three(StarPatterns::tristar)));
  }

  /// Down to the star and up again.
  private static boolean rises(Candle first, Candle star, Candle third, double penetration) {
    return star.bodyGapsDownFrom(first)
        && reachesUpInto(first, third, penetration)
        && first.isLong()
        && third.isNotShort();
  }

  /// Up to the star and down again.
  private static boolean falls(Candle first, Candle star, Candle third, double penetration) {
    return star.bodyGapsUpFrom(first)
        && reachesDownInto(first, third, penetration)
        && first.isLong()
        && third.isNotShort();
  }

  private static boolean abandons(Candle first, Candle baby, Candle third, double penetration) {
    return (third.isWhite()
            ? baby.gapsDownFrom(first)
                && third.gapsUpFrom(baby)
                && reachesUpInto(first, third, penetration)
            : baby.gapsUpFrom(first)
                && third.gapsDownFrom(baby)
                && reachesDownInto(first, third, penetration))
        && first.isLong()
        && baby.isDoji()
        && third.isNotShort();
  }

  private static boolean reachesUpInto(Candle first, Candle third, double penetration) {
    return third.close() > first.close() + first.body() * penetration;
  }

  private static boolean reachesDownInto(Candle first, Candle third, double penetration) {
    return third.close() < first.close() - first.body() * penetration;
  }

  private static int tristar(Candle first, Candle second, Candle third) {
    boolean bottom = second.bodyGapsDownFrom(first) && third.bottom() > second.bottom();
    boolean top = second.bodyGapsUpFrom(first) && third.top() < second.top();
    return signed(
        bottom ? 1 : -1,
        (bottom || top)
            && first.isDoji()
            && second.isDojiBeside(first)
            && third.isDojiBeside(first));
  }
}
