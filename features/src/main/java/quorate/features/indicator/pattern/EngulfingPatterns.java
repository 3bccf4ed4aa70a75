package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_DOJI;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.patient;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.signed;
import static quorate.features.indicator.pattern.Rule.three;
import static quorate.features.indicator.pattern.Rule.two;

import java.util.List;

/// One body that swallows another, before or after it.
final class EngulfingPatterns {
  private EngulfingPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        patient(
            "engulfing",
            "Engulfing",
            "TA-Lib CDLENGULFING",
            "±100 for a body around the opposite body before it, by its colour; ±80 when the bodies"
                + " share one end",
            List.of(),
            colours("WB", "BW"),
            1,
            two(EngulfingPatterns::engulfing)),
        pattern(
            "harami",
            "Harami",
            "TA-Lib CDLHARAMI",
            "±100 for a short body inside the long one before it, against the colour of the long"
                + " one; ±80 when they share an end",
            List.of(BODY_LONG, BODY_SHORT),
            Colours.ANY,
            two((mother, child) ->
                    child.bodyFitsInto(mother) && mother.isLong() && child.isShort()
                        ? harami(mother, child)
                        : 0)
                .measuringAlways()),
        pattern(
            "harami_cross",
            "Harami cross",
            "TA-Lib CDLHARAMICROSS",
            "±100 for a doji inside the long body before it, against the colour of the long one; ±80"
                + " when they share an end",
            List.of(BODY_LONG, BODY_DOJI),
            Colours.ANY,
            two((mother, child) ->
                    child.bodyFitsInto(mother) && mother.isLong() && child.isDoji()
                        ? harami(mother, child)
                        : 0)
                .measuringAlways()),
        pattern(
            "homing_pigeon",
            "Homing pigeon",
            "TA-Lib CDLHOMINGPIGEON",
            "100 for a short black body inside the long black one before it",
            List.of(BODY_LONG, BODY_SHORT),
            colours("BB"),
            two((mother, child) ->
                bullish(child.bodyIsInside(mother) && mother.isLong() && child.isShort()))),
        pattern(
            "three_inside",
            "Three inside up and down",
            "TA-Lib CDL3INSIDE",
            "±100 for a harami whose long body is opposed by a third candle that closes beyond its"
                + " open, by the colour of the third",
            List.of(BODY_LONG, BODY_SHORT),
            colours("W?B", "B?W"),
            three(
                (mother, child, third) -> signed(third.sign(), threeInside(mother, child, third)))),
        patient(
            "three_outside",
            "Three outside up and down",
            "TA-Lib CDL3OUTSIDE",
            "±100 for an engulfing body, no end shared, that the third close goes on from, by its"
                + " colour",
            List.of(),
            colours("WB?", "BW?"),
            1,
            three((first, second, third) ->
                signed(second.sign(), threeOutside(first, second, third)))));
  }

  private static int engulfing(Candle first, Candle second) {
    boolean sharesTop = first.top() == second.top();
    boolean sharesBottom = first.bottom() == second.bottom();
    if (!first.bodyFitsInto(second) || (sharesTop && sharesBottom)) {
      return 0;
    }
    return second.sign() * (sharesTop || sharesBottom ? 80 : 100);
  }

  private static int harami(Candle mother, Candle child) {
    return -mother.sign() * (child.bodyIsInside(mother) ? 100 : 80);
  }

  private static boolean threeInside(Candle mother, Candle child, Candle third) {
    return child.bodyIsInside(mother)
        && (third.isWhite() ? third.close() > mother.open() : third.close() < mother.open())
        && mother.isLong()
        && child.isShort();
  }

  private static boolean threeOutside(Candle first, Candle second, Candle third) {
    return first.bodyIsInside(second)
        && (second.isWhite() ? third.close() > second.close() : third.close() < second.close());
  }
}
