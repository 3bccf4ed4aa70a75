package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.NEAR;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_SHORT;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.bearish;
import static quorate.features.indicator.pattern.Rule.bullish;
import static quorate.features.indicator.pattern.Rule.two;

import java.util.List;

/// Small bodies at one end of a long shadow, and where they stand beside the candle before.
@SuppressWarnings("ShortCircuitBoolean") // quicker than guessing wrong, see Rule
final class HammerPatterns {
  private HammerPatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "hammer",
            "Hammer",
            "TA-Lib CDLHAMMER",
            "100 for a small body on a long lower shadow, without an upper one, at or below the lows"
                + " of the candle before or near them",
            List.of(BODY_SHORT, SHADOW_LONG, SHADOW_VERY_SHORT, NEAR),
            Colours.ANY,
            two((before, hammer) ->
                    bullish(hangs(hammer) && hammer.bottom() <= before.low() + before.near()))
                .measuringAlways()),
        pattern(
            "hanging_man",
            "Hanging man",
            "TA-Lib CDLHANGINGMAN",
            "−100 for a small body on a long lower shadow, without an upper one, at or above the"
                + " highs of the candle before or near them",
            List.of(BODY_SHORT, SHADOW_LONG, SHADOW_VERY_SHORT, NEAR),
            Colours.ANY,
            two((before, man) ->
                    bearish(hangs(man) && man.bottom() >= before.high() - before.near()))
                .measuringAlways()),
        pattern(
            "inverted_hammer",
            "Inverted hammer",
            "TA-Lib CDLINVERTEDHAMMER",
            "100 for a small body under a long upper shadow, without a lower one, that gaps down"
                + " from the body before",
            List.of(BODY_SHORT, SHADOW_LONG, SHADOW_VERY_SHORT),
            Colours.ANY,
            two((before, hammer) -> bullish(hammer.bodyGapsDownFrom(before) && stands(hammer)))),
        pattern(
            "shooting_star",
            "Shooting star",
            "TA-Lib CDLSHOOTINGSTAR",
            "−100 for a small body under a long upper shadow, without a lower one, that gaps up from"
                + " the body before",
            List.of(BODY_SHORT, SHADOW_LONG, SHADOW_VERY_SHORT),
            Colours.ANY,
            two((before, star) -> bearish(star.bodyGapsUpFrom(before) && stands(star)))));
  }

  /// The body at the top, a long shadow below.
  private static boolean hangs(Candle candle) {
    return candle.isSmall() & candle.hasLongLowerShadow() & candle.hasNoUpperShadow();
  }

  /// The body at the bottom, a long shadow above.
  private static boolean stands(Candle candle) {
    return candle.isSmall() & candle.hasLongUpperShadow() & candle.hasNoLowerShadow();
  }
}
