package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_DOJI;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.PatternDefinition.patient;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.either;
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
            1,
            two(EngulfingPatterns::engulfing)),
        pattern(
            "harami",
            "Harami",
            "TA-Lib CDLHARAMI",
            "±100 for a short body inside the long one before it, against the colour of the long"
                + " one; ±80 when they share an end",
            List.of(BODY_LONG, BODY_SHORT),
            two((mother, child) -> child.isShort() ? harami(mother, child) : 0)),
        pattern(
            "harami_cross",
            "Harami cross",
            "TA-Lib CDLHARAMICROSS",
            "±100 for a doji inside the long body before it, against the colour of the long one; ±80"
                + " when they share an end",
            List.of(BODY_LONG, BODY_DOJI),
            two((mother, child) -> child.isDoji() ? harami(mother, child) : 0)),
        pattern(
            "homing_pigeon",
            "Homing pigeon",
            "TA-Lib CDLHOMINGPIGEON",
            "100 for a short black body inside the long black one before it",
            List.of(BODY_LONG, BODY_SHORT),
            two((mother, child) ->
                bullish(
                    mother.isBlack()
                        && child.isBlack()
                        && child.bodyIsInside(mother)
                        && mother.isLong()
                        && child.isShort()))),
        pattern(
            "three_inside",
            "Three inside up and down",
            "TA-Lib CDL3INSIDE",
            "±100 for a harami whose long body is opposed by a third candle that closes beyond its"
                + " open, by the colour of the third",
            List.of(BODY_LONG, BODY_SHORT),
            three(EngulfingPatterns::threeInside)),
        patient(
            "three_outside",
            "Three outside up and down",
            "TA-Lib CDL3OUTSIDE",
            "±100 for an engulfing body, no end shared, that the third close goes on from, by its"
                + " colour",
            List.of(),
            1,
            three(EngulfingPatterns::threeOutside)));
  }

  private static int engulfing(Candle first, Candle second) {
    if (!second.isOppositeOf(first) || !first.bodyFitsInto(second)) {
      return 0;
    }
    boolean sharesTop = first.top() == second.top();
    boolean sharesBottom = first.bottom() == second.bottom();
    if (sharesTop && sharesBottom) {
      return 0;
    }
    return second.sign() * (sharesTop || sharesBottom ? 80 : 100);
  }

  private static int harami(Candle mother, Candle child) {
    if (!child.bodyFitsInto(mother) || !mother.isLong()) {
      return 0;
    }
    return -mother.sign() * (child.bodyIsInside(mother) ? 100 : 80);
  }

  private static int threeInside(Candle mother, Candle child, Candle third) {
    boolean beyond =
        mother.isWhite() ? third.close() < mother.open() : third.close() > mother.open();
    return signed(
        third.sign(),
        beyond
            && third.isOppositeOf(mother)
            && child.bodyIsInside(mother)
            && mother.isLong()
            && child.isShort());
  }

  private static int threeOutside(Candle first, Candle second, Candle third) {
    boolean outside = second.isOppositeOf(first) && first.bodyIsInside(second);
    return either(
        outside && second.isWhite() && third.close() > second.close(),
        outside && second.isBlack() && third.close() < second.close());
  }
}
