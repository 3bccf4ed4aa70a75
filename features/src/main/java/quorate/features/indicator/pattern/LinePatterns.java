package quorate.features.indicator.pattern;

import static quorate.features.indicator.pattern.CandleMeasure.BODY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.BODY_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_SHORT;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_LONG;
import static quorate.features.indicator.pattern.CandleMeasure.SHADOW_VERY_SHORT;
import static quorate.features.indicator.pattern.PatternDefinition.pattern;
import static quorate.features.indicator.pattern.Rule.one;
import static quorate.features.indicator.pattern.Rule.signed;

import java.util.List;

/// Single candles named for their body and shadows; 100 when white, −100 when black.
@SuppressWarnings("ShortCircuitBoolean") // quicker than guessing wrong, see Rule
final class LinePatterns {
  private LinePatterns() {}

  static List<PatternDefinition> all() {
    return List.of(
        pattern(
            "long_line",
            "Long line",
            "TA-Lib CDLLONGLINE",
            "±100 for a long body between two short shadows, by its colour",
            List.of(BODY_LONG, SHADOW_SHORT),
            Colours.ANY,
            one(candle ->
                signed(
                    candle.sign(),
                    candle.isLong()
                        & candle.hasShortUpperShadow()
                        & candle.hasShortLowerShadow()))),
        pattern(
            "short_line",
            "Short line",
            "TA-Lib CDLSHORTLINE",
            "±100 for a small body between two short shadows, by its colour; it points nowhere",
            List.of(BODY_SHORT, SHADOW_SHORT),
            Colours.ANY,
            one(candle ->
                signed(
                    candle.sign(),
                    candle.isSmall()
                        & candle.hasShortUpperShadow()
                        & candle.hasShortLowerShadow()))),
        pattern(
            "spinning_top",
            "Spinning top",
            "TA-Lib CDLSPINNINGTOP",
            "±100 for a small body between two shadows longer than it, by its colour; it points"
                + " nowhere",
            List.of(BODY_SHORT),
            Colours.ANY,
            one(candle ->
                signed(
                    candle.sign(),
                    candle.isSmall()
                        & candle.upperShadow() > candle.body()
                        & candle.lowerShadow() > candle.body()))),
        pattern(
            "high_wave",
            "High-wave candle",
            "TA-Lib CDLHIGHWAVE",
            "±100 for a small body between two very long shadows, by its colour; it points nowhere",
            List.of(BODY_SHORT, SHADOW_VERY_LONG),
            Colours.ANY,
            one(candle ->
                signed(
                    candle.sign(),
                    candle.isSmall()
                        & candle.hasVeryLongUpperShadow()
                        & candle.hasVeryLongLowerShadow()))),
        pattern(
            "marubozu",
            "Marubozu",
            "TA-Lib CDLMARUBOZU",
            "±100 for a long body without shadows, by its colour",
            List.of(BODY_LONG, SHADOW_VERY_SHORT),
            Colours.ANY,
            one(candle -> signed(candle.sign(), candle.isLong() & candle.hasNoShadows()))),
        pattern(
            "closing_marubozu",
            "Closing marubozu",
            "TA-Lib CDLCLOSINGMARUBOZU",
            "±100 for a long body, by its colour, without a shadow at its close",
            List.of(BODY_LONG, SHADOW_VERY_SHORT),
            Colours.ANY,
            one(candle -> signed(candle.sign(), candle.isLong() & candle.hasNoShadowAtClose()))),
        pattern(
            "belt_hold",
            "Belt hold",
            "TA-Lib CDLBELTHOLD",
            "±100 for a long body, by its colour, without a shadow at its open",
            List.of(BODY_LONG, SHADOW_VERY_SHORT),
            Colours.ANY,
            one(candle -> signed(candle.sign(), candle.isLong() & candle.hasNoShadowAtOpen()))));
  }
}
