package quorate.features.indicator.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.features.catalogue.IndicatorCatalogue;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;

/// Well-known patterns drawn by hand, each beside what just misses it.
///
/// Before each drawing come fourteen calm candles from 95 to 115 with bodies between 100 and 110,
/// by turns black and white, the last one white. Beside them a body is long above 10, short up to
/// 10 and a doji's up to 2 (a tenth of the range of 20); a shadow is short below 5 and very short
/// below 2; near is 4, far 12, equal 1.
class CandlePatternTest {
  private static final int CALM = 14;

  private static double[] candle(double open, double high, double low, double close) {
    return new double[] {open, high, low, close};
  }

  /// The pattern's value after the calm candles and then these.
  private static int after(String pattern, double[]... candles) {
    int[] values = eachAfter(pattern, candles);
    return values[values.length - 1];
  }

  private static int[] eachAfter(String pattern, double[]... candles) {
    Indicator indicator = IndicatorCatalogue.create(pattern);
    for (int i = 0; i < CALM; i++) {
      update(indicator, i % 2 == 0 ? candle(110, 115, 95, 100) : candle(100, 115, 95, 110));
    }
    return Arrays.stream(candles)
        .mapToInt(candle -> {
          update(indicator, candle);
          return (int) indicator.value();
        })
        .toArray();
  }

  private static void update(Indicator indicator, double[] candle) {
    indicator.update(new MutableBar().prices(candle[0], candle[1], candle[2], candle[3]));
  }

  @Test
  void aDojiClosesWithinATenthOfTheMeanRangeOfItsOpen() {
    assertThat(after("doji", candle(100, 108, 92, 102))).isEqualTo(100);
    assertThat(after("doji", candle(100, 108, 92, 103))).isZero();
    assertThat(after("doji(10, 0.15)", candle(100, 108, 92, 103))).isEqualTo(100);
  }

  @Test
  void aDragonflyHangsAndAGravestoneStands() {
    double[] dragonfly = candle(108, 109, 92, 108);
    double[] gravestone = candle(92, 109, 91, 92);

    assertThat(after("dragonfly_doji", dragonfly)).isEqualTo(100);
    assertThat(after("gravestone_doji", dragonfly)).isZero();
    assertThat(after("gravestone_doji", gravestone)).isEqualTo(100);
    assertThat(after("dragonfly_doji", gravestone)).isZero();
  }

  @Test
  void aMarubozuIsAllBody() {
    assertThat(after("marubozu", candle(100, 120, 100, 120))).isEqualTo(100);
    assertThat(after("marubozu", candle(120, 120, 100, 100))).isEqualTo(-100);

    double[] shadowAtItsClose = candle(100, 123, 100, 120);
    assertThat(after("marubozu", shadowAtItsClose)).isZero();
    assertThat(after("closing_marubozu", shadowAtItsClose)).isZero();
    assertThat(after("belt_hold", shadowAtItsClose)).isEqualTo(100);
  }

  @Test
  void aSpinningTopHasLongerShadowsThanBody() {
    assertThat(after("spinning_top", candle(100, 110, 94, 104))).isEqualTo(100);
    assertThat(after("spinning_top", candle(104, 110, 94, 100))).isEqualTo(-100);
    assertThat(after("spinning_top", candle(100, 108, 94, 104))).isZero(); // a shadow of 4, as body
  }

  @Test
  void aHammerHangsAtTheLowsAndAHangingManAtTheHighs() {
    double[] hammer = candle(98, 99, 80, 97); // 97 is at most the low of 95 + near 4
    double[] man = candle(118, 119, 100, 117); // 117 is at least the high of 115 − near 4

    assertThat(after("hammer", hammer)).isEqualTo(100);
    assertThat(after("hanging_man", hammer)).isZero();
    assertThat(after("hanging_man", man)).isEqualTo(-100);
    assertThat(after("hammer", man)).isZero();
  }

  @Test
  void aShootingStarStandsAboveAGapAndAnInvertedHammerBelow() {
    assertThat(after("shooting_star", candle(112, 130, 111, 115))).isEqualTo(-100);
    assertThat(after("shooting_star", candle(110, 130, 109, 113))).isZero(); // at the body's top
    assertThat(after("inverted_hammer", candle(96, 114, 95, 99))).isEqualTo(100);
  }

  @Test
  void anEngulfingBodySwallowsTheOppositeBodyBefore() {
    double[] black = candle(110, 112, 98, 100);

    assertThat(after("engulfing", black, candle(99, 115, 95, 112))).isEqualTo(100);
    assertThat(after("engulfing", black, candle(100, 115, 95, 112)))
        .isEqualTo(80); // one end shared
    assertThat(after("engulfing", black, candle(100, 115, 95, 110))).isZero(); // both ends
    assertThat(after("engulfing", candle(100, 112, 98, 110), candle(112, 115, 95, 99)))
        .isEqualTo(-100);
  }

  @Test
  void aHaramiIsAShortBodyInsideALongOne() {
    double[] mother = candle(100, 132, 99, 130);

    assertThat(after("harami", mother, candle(120, 122, 112, 115))).isEqualTo(-100);
    assertThat(after("harami", mother, candle(130, 131, 124, 125))).isEqualTo(-80);
    assertThat(after("harami", mother, candle(131, 132, 124, 125))).isZero();
    assertThat(after("harami", mother, candle(120, 122, 106, 107))).isZero(); // 13, the mean is 12
    assertThat(after("harami_cross", mother, candle(118, 124, 112, 119))).isEqualTo(-100);
  }

  /// One long black candle from 110 down to 80 with a low of 79, a white one that opens below it,
  /// and by where that closes four patterns of opposite meaning.
  @Test
  void aStrikeBackIsNamedByHowFarItComes() {
    double[] black = candle(110, 111, 79, 80);

    double[] upperHalf = candle(76, 98, 75, 96);
    double[] lowerHalf = candle(76, 98, 75, 95);
    double[] atTheClose = candle(76, 98, 75, 80.5);
    double[] atTheLow = candle(76, 98, 75, 79);

    assertThat(after("piercing", black, upperHalf)).isEqualTo(100);
    assertThat(after("thrusting", black, upperHalf)).isZero();
    assertThat(after("piercing", black, lowerHalf)).isZero();
    assertThat(after("thrusting", black, lowerHalf)).isEqualTo(-100);
    assertThat(after("thrusting", black, atTheClose)).isZero();
    assertThat(after("in_neck", black, atTheClose)).isEqualTo(-100);
    assertThat(after("in_neck", black, atTheLow)).isZero();
    assertThat(after("on_neck", black, atTheLow)).isEqualTo(-100);
  }

  @Test
  void aDarkCloudCoversTheUpperHalfOfTheBody() {
    double[] white = candle(80, 111, 79, 110);
    double[] cloud = candle(114, 115, 93, 94); // half of 80 to 110 begins at 95

    assertThat(after("dark_cloud_cover", white, cloud)).isEqualTo(-100);
    assertThat(after("dark_cloud_cover(0.6)", white, cloud)).isZero(); // 92 and lower
    assertThat(after("dark_cloud_cover", white, candle(111, 115, 93, 94))).isZero(); // no gap
  }

  @Test
  void aMorningStarStandsBetweenAFallAndARise() {
    double[] fall = candle(110, 111, 79, 80);
    double[] star = candle(76, 81, 70, 73);
    double[] doji = candle(76, 81, 70, 74);
    double[] rise = candle(78, 100, 77, 95); // above 80 + 0.3 · 30 = 89

    assertThat(after("morning_star", fall, star, rise)).isEqualTo(100);
    assertThat(after("morning_doji_star", fall, star, rise)).isZero();
    assertThat(after("morning_doji_star", fall, doji, rise)).isEqualTo(100);
    assertThat(after("morning_star", fall, star, candle(74, 100, 73, 89))).isZero();
    assertThat(after("morning_star", fall, candle(80, 81, 70, 77), rise)).isZero(); // no gap
  }

  @Test
  void anEveningStarIsTheMorningStarUpsideDown() {
    double[] rise = candle(80, 111, 79, 110);
    double[] star = candle(114, 120, 109, 117);
    double[] fall = candle(112, 113, 90, 95);

    assertThat(after("evening_star", rise, star, fall)).isEqualTo(-100);
    assertThat(after("evening_star(0.5)", rise, star, fall)).isZero(); // 95 is not below the half
  }

  @Test
  void anAbandonedBabyTouchesNeitherNeighbour() {
    double[] fall = candle(110, 111, 79, 80);
    double[] baby = candle(75, 77, 72, 75);

    assertThat(after("abandoned_baby", fall, baby, candle(79, 100, 78, 95))).isEqualTo(100);
    assertThat(after("abandoned_baby", fall, baby, candle(79, 100, 77, 95))).isZero();
    assertThat(after("abandoned_baby", fall, candle(75, 79, 72, 75), candle(81, 100, 80, 95)))
        .isZero();
  }

  @Test
  void threeWhiteSoldiersMarchUntilTheAdvanceIsBlocked() {
    double[] first = candle(100, 112, 99, 112);
    double[] second = candle(106, 120, 105, 120);
    double[] steady = candle(114, 128, 113, 128);
    double[] tired = candle(119, 126, 118, 121); // 2, far (11.16) shorter than 14

    assertThat(after("three_white_soldiers", first, second, steady)).isEqualTo(100);
    assertThat(after("advance_block", first, second, steady)).isZero();
    assertThat(after("three_white_soldiers", first, second, tired)).isZero();
    assertThat(after("advance_block", first, second, tired)).isEqualTo(-100);
  }

  @Test
  void threeBlackCrowsOpenInsideTheBodyBefore() {
    double[] first = candle(110, 111, 98, 98);
    double[] second = candle(104, 105, 90, 90);

    assertThat(after("three_black_crows", first, second, candle(96, 97, 82, 82))).isEqualTo(-100);
    assertThat(after("three_black_crows", first, second, candle(90, 91, 82, 82))).isZero();
    assertThat(after("three_black_crows", first, second, candle(96, 97, 79, 82))).isZero();
  }

  @Test
  void identicalCrowsOpenAtTheCloseBefore() {
    double[] first = candle(110, 111, 98, 98);
    double[] second = candle(98, 99, 86, 86);

    assertThat(after("identical_three_crows", first, second, candle(86, 87, 74, 74)))
        .isEqualTo(-100);
    assertThat(after("identical_three_crows", first, second, candle(88, 89, 74, 74))).isZero();
  }

  @Test
  void threeInsideUpIsAHaramiThatIsConfirmed() {
    double[] mother = candle(110, 111, 79, 80);
    double[] child = candle(90, 97, 89, 95);

    assertThat(after("three_inside", mother, child, candle(96, 114, 95, 111))).isEqualTo(100);
    assertThat(after("three_inside", mother, child, candle(96, 114, 95, 110))).isZero();
  }

  @Test
  void kickingIsJudgedByTheSecondCandleOrByTheLonger() {
    double[] black = candle(120, 120, 100, 100);
    double[] shorterWhite = candle(124, 140, 124, 140);

    assertThat(after("kicking", black, shorterWhite)).isEqualTo(100);
    assertThat(after("kicking_by_length", black, shorterWhite)).isEqualTo(-100);
    assertThat(after("kicking_by_length", black, candle(124, 146, 124, 146))).isEqualTo(100);
    assertThat(after("kicking", black, candle(120, 140, 120, 140))).isZero(); // no gap
  }

  @Test
  void gapThreeMethodsFillTheGap() {
    double[] first = candle(100, 111, 99, 110);
    double[] second = candle(114, 125, 113, 124);

    assertThat(after("gap_three_methods", first, second, candle(118, 119, 104, 105)))
        .isEqualTo(100);
    assertThat(after("gap_three_methods", first, second, candle(118, 119, 110, 111))).isZero();
  }

  @Test
  void aTristarIsADojiThatGapsBetweenTwoOthers() {
    double[] first = candle(100, 104, 96, 100);

    assertThat(after("tristar", first, candle(92, 94, 90, 92), candle(95, 97, 93, 95)))
        .isEqualTo(100);
    assertThat(after("tristar", first, candle(108, 110, 106, 108), candle(105, 107, 103, 105)))
        .isEqualTo(-100);
    assertThat(after("tristar", first, candle(92, 94, 90, 92), candle(91, 93, 89, 91))).isZero();
  }

  @Test
  void risingThreeMethodsRestWithinTheFirstRangeAndGoOn() {
    double[] first = candle(100, 132, 98, 130);
    double[] second = candle(127, 128, 121, 122);
    double[] third = candle(123, 124, 117, 118);
    double[] fourth = candle(119, 120, 113, 114);
    String pattern = "rising_falling_three_methods";

    assertThat(after(pattern, first, second, third, fourth, candle(116, 136, 115, 134)))
        .isEqualTo(100);
    assertThat(after(pattern, first, second, third, fourth, candle(116, 136, 115, 130))).isZero();
  }

  @Test
  void aHikkakeIsConfirmedWithinThreeBars() {
    double[] outer = candle(100, 120, 80, 105);
    double[] inside = candle(100, 110, 90, 102);
    double[] breakout = candle(96, 106, 86, 92);
    double[] below = candle(94, 109, 88, 108);
    double[] above = candle(108, 114, 100, 112); // closes above the inside bar's 110

    assertThat(eachAfter("hikkake", outer, inside, breakout, below, above, above))
        .containsExactly(0, 0, 100, 0, 200, 0);
    assertThat(eachAfter("hikkake", outer, inside, breakout, below, below, below, above))
        .containsExactly(0, 0, 100, 0, 0, 0, 0);
  }

  /// A plain running sum keeps roundings of the great candle: 0.3 would be longer or shorter than
  /// the mean of ten candles of 0.3.
  @Test
  void aBodyIsNeitherLongNorShortBesideItsEqualsWhateverWasBefore() {
    double[] great = candle(0, 1e9 / 3, 0, 1e9 / 3);
    double[][] bare = new double[31][];
    double[][] shadowed = new double[31][];
    Arrays.fill(bare, candle(0, 0.3, 0, 0.3));
    Arrays.fill(shadowed, candle(0, 0.8, -0.5, 0.3));
    bare[0] = great;
    shadowed[0] = great;

    assertThat(Arrays.stream(eachAfter("closing_marubozu", bare)).skip(11)).containsOnly(0);
    assertThat(Arrays.stream(eachAfter("spinning_top", shadowed)).skip(11)).containsOnly(0);
  }
}
