package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_DOJI;
import static quorate.features.indicator.pattern.CandleMeasure.NEAR;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_SHORT;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.one;

import java.util.List;

/// Single candles that close about where they opened. All of them are 100, which says that they are
/// seen and not that they are bullish.
final class DojiPatterns {
  private DojiPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "doji",
            "Doji",
            "TA-Lib CDLDOJI",
            "100 for a doji body, whatever the shadows; it shows doubt and no direction",
            List.of(BODY_DOJI),
            Colours.ANY,
            one(candle -> bullish(candle.isDoji()))),
        pattern(
            "dragonfly_doji",
            "Dragonfly doji",
            "TA-Lib CDLDRAGONFLYDOJI",
            "100 for a doji at the top of its range: a lower shadow and no upper one",
            List.of(BODY_DOJI, SHADOW_VERY_SHORT),
            Colours.ANY,
            one(candle ->
                bullish(candle.isDoji() && candle.hasNoUpperShadow() && candle.hasLowerShadow()))),
        pattern(
            "gravestone_doji",
            "Gravestone doji",
            "TA-Lib CDLGRAVESTONEDOJI",
            "100 for a doji at the bottom of its range: an upper shadow and no lower one",
            List.of(BODY_DOJI, SHADOW_VERY_SHORT),
            Colours.ANY,
            one(candle ->
                bullish(candle.isDoji() && candle.hasNoLowerShadow() && candle.hasUpperShadow()))),
        pattern(
            "long_legged_doji",
            "Long-legged doji",
            "TA-Lib CDLLONGLEGGEDDOJI",
            "100 for a doji with at least one long shadow",
            List.of(BODY_DOJI, SHADOW_LONG),
            Colours.ANY,
            one(candle ->
                bullish(
                    candle.isDoji()
                        && (candle.hasLongLowerShadow() || candle.hasLongUpperShadow())))),
        pattern(
            "rickshaw_man",
            "Rickshaw man",
            "TA-Lib CDLRICKSHAWMAN",
            "100 for a doji with two long shadows and its body near the middle of the range",
            List.of(BODY_DOJI, SHADOW_LONG, NEAR),
            Colours.ANY,
            one(candle -> bullish(isRickshawMan(candle)))),
        pattern(
            "takuri",
            "Takuri",
            "TA-Lib CDLTAKURI",
            "100 for a doji at the top of its range with a very long lower shadow",
            List.of(BODY_DOJI, SHADOW_VERY_SHORT, SHADOW_VERY_LONG),
            Colours.ANY,
            one(candle ->
                bullish(
                    candle.isDoji()
                        && candle.hasNoUpperShadow()
                        && candle.hasVeryLongLowerShadow()))));
  }

  private static boolean isRickshawMan(Candle candle) {
    return candle.isDoji()
        && candle.hasLongLowerShadow()
        && candle.hasLongUpperShadow()
        && candle.bottom() <= candle.middle() + candle.near()
        && candle.top() >= candle.middle() - candle.near();
  }
}
