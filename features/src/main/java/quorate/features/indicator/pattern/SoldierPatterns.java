package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.FAR;
import static quorate.features.indicator.pattern.CandleMeasure.NEAR;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_SHORT;
import static quorate.features.indicator.pattern.Colours.colours;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.bearish;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.three;

import java.util.List;

/// Three white candles that close higher and higher, each opening within or near the body before.
final class SoldierPatterns {
  private SoldierPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "three_white_soldiers",
            "Three white soldiers",
            "TA-Lib CDL3WHITESOLDIERS",
            "100 for three white candles with higher and higher closes and without upper shadows,"
                + " each opening in or near the body before and none far shorter than it, the last"
                + " not short",
            List.of(SHADOW_VERY_SHORT, BODY_SHORT, FAR, NEAR),
            colours("WWW"),
            three((first, second, third) -> bullish(march(first, second, third)))),
        pattern(
            "advance_block",
            "Advance block",
            "TA-Lib CDLADVANCEBLOCK",
            "−100 for three white candles with higher and higher closes, the first long with a short"
                + " upper shadow, that weaken: bodies far smaller or ever smaller, or with upper"
                + " shadows",
            List.of(BODY_LONG, SHADOW_SHORT, SHADOW_LONG, FAR, NEAR),
            colours("WWW"),
            three((first, second, third) ->
                bearish(
                    advance(first, second, third)
                        && opensInOrNear(second, third)
                        && first.isLong()
                        && first.hasShortUpperShadow()
                        && weakens(first, second, third)))),
        pattern(
            "stalled_pattern",
            "Stalled pattern",
            "TA-Lib CDLSTALLEDPATTERN",
            "−100 for two long white candles, the second without an upper shadow, and a small white"
                + " one on the second's shoulder or above, with higher and higher closes",
            List.of(BODY_LONG, BODY_SHORT, SHADOW_VERY_SHORT, NEAR),
            colours("WWW"),
            three((first, second, third) -> bearish(stalls(first, second, third)))));
  }

  /// Three white candles, higher closes, the second opening above the first's open and not far
  /// above its close.
  private static boolean advance(Candle first, Candle second, Candle third) {
    return third.close() > second.close()
        && second.close() > first.close()
        && opensInOrNear(first, second);
  }

  /// Opens within the white body before, or above it but near.
  private static boolean opensInOrNear(Candle before, Candle candle) {
    return candle.open() > before.open() && candle.open() <= before.close() + before.near();
  }

  private static boolean march(Candle first, Candle second, Candle third) {
    return advance(first, second, third)
        && opensInOrNear(second, third)
        && first.hasNoUpperShadow()
        && second.hasNoUpperShadow()
        && third.hasNoUpperShadow()
        && second.body() > first.body() - first.far()
        && third.body() > second.body() - second.far()
        && third.isNotShort();
  }

  private static boolean weakens(Candle first, Candle second, Candle third) {
    boolean secondFarSmaller =
        second.body() < first.body() - first.far() && third.body() < second.body() + second.near();
    boolean thirdFarSmaller = third.body() < second.body() - second.far();
    boolean everSmallerWithShadows =
        third.body() < second.body()
            && second.body() < first.body()
            && (third.hasMoreThanShortUpperShadow() || second.hasMoreThanShortUpperShadow());
    boolean smallerUnderLongShadow = third.body() < second.body() && third.hasLongUpperShadow();
    return secondFarSmaller || thirdFarSmaller || everSmallerWithShadows || smallerUnderLongShadow;
  }

  private static boolean stalls(Candle first, Candle second, Candle third) {
    return advance(first, second, third)
        && first.isLong()
        && second.isLong()
        && second.hasNoUpperShadow()
        && third.isSmall()
        && third.open() >= second.close() - third.body() - second.near();
  }
}
