package quorate.features.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.domain.property.ForAll;
import quorate.features.indicator.BarView;
import quorate.features.indicator.Batch;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;
import quorate.features.series.SyntheticBars;

class FairValueGapTest {
  private static final int BULLISH = 0;
  private static final int BEARISH = 1;
  private static final int LEVEL = 2;
  private static final int DISTANCE = 3;
  private static final int AGE = 4;
  private static final int AGE_DECAY = 5;
  private static final int SIZE = 6;
  private static final int MITIGATION = 7;

  /// A strong bar leaves [11, 13] untraded; the third bar forms the zone.
  private static final double[][] BULLISH_ZONE = {
    {10, 11, 9, 10}, {10, 14, 10, 14}, {14, 16, 13, 15},
  };

  /// Between high 16 and low 13.5: touches no zone of these tests and forms none.
  private static final double[][] QUIET = bar(15, 15.5, 13.5, 15);

  @Test
  void isTheStretchThatAStrongBarLeftUntraded() {
    Indicator gap = after(any(), BULLISH_ZONE);

    assertThat(gap.value(BULLISH)).isEqualTo(1);
    assertThat(gap.value(BEARISH)).isZero();
    assertThat(gap.value(LEVEL)).isEqualTo(13);
    assertThat(gap.value(SIZE)).isEqualTo(2); // 13 − 11
    assertThat(gap.value(DISTANCE)).isEqualTo(2 / 3.0); // (15 − 13) / true range 16 − 13
    assertThat(gap.value(AGE)).isZero();
    assertThat(gap.value(AGE_DECAY)).isEqualTo(1);
    assertThat(gap.value(MITIGATION)).isZero();
  }

  @Test
  void needsTheStrongBarToCloseBeyondTheFarEdge() {
    Indicator gap =
        after(any(), new double[][] {{10, 11, 9, 10}, {10, 14, 10, 11}, {14, 16, 13, 15}});

    assertThat(gap.value(BULLISH)).isZero();
  }

  @Test
  void isMitigatedByATouchOfTheNearEdge() {
    Indicator untouched = after(any(), BULLISH_ZONE, bar(15, 15.5, 13.25, 14));
    Indicator touched = after(any(), BULLISH_ZONE, bar(15, 15.5, 13, 14));

    assertThat(untouched.value(MITIGATION)).isZero();
    assertThat(untouched.value(AGE)).isEqualTo(1);
    assertThat(touched.value(MITIGATION)).isEqualTo(1);
    assertNoZone(touched);
  }

  @Test
  void isRemovedWithoutSignalByACloseStrictlyBeyondTheFarEdge() {
    Indicator atTheEdge = after(any(), BULLISH_ZONE, bar(15, 15.5, 10, 11));
    Indicator beyond = after(any(), BULLISH_ZONE, bar(15, 15.5, 10, 10.75));

    assertThat(atTheEdge.value(MITIGATION)).isEqualTo(1);
    assertThat(beyond.value(MITIGATION)).isZero();
    assertNoZone(beyond);
  }

  @Test
  void livesForFiftyBarsAfterItsOwn() {
    double[][] touch = bar(15, 15.5, 13, 15);

    Indicator at50 = after(any(), BULLISH_ZONE, quiet(50));
    Indicator touchedAt50 = after(any(), BULLISH_ZONE, quiet(49), touch);
    Indicator touchedAt51 = after(any(), BULLISH_ZONE, quiet(50), touch);

    assertThat(at50.value(AGE)).isEqualTo(50);
    assertThat(at50.value(AGE_DECAY)).isEqualTo(Math.exp(-5), within(1e-15));
    assertThat(touchedAt50.value(MITIGATION)).isEqualTo(1);
    assertThat(touchedAt51.value(MITIGATION)).isZero();
    assertNoZone(touchedAt51);
  }

  @Test
  void goesBeforeTheSameBarFormsAZoneItself() {
    double[][] bars = {
      {10, 11, 9, 10},
      {10, 14, 10, 14},
      {14, 17, 15, 17}, // [11, 15]
      {17, 18, 14.5, 18}, // touches 15, but not the 14 of two bars before
    };

    Indicator gap = after(any(), bars);

    assertThat(gap.value(MITIGATION)).isEqualTo(1);
    assertThat(gap.value(LEVEL)).isEqualTo(14.5);
    assertThat(gap.value(SIZE)).isEqualTo(0.5);
    assertThat(gap.value(AGE)).isZero();
  }

  /// Above the bullish zone of [#BULLISH_ZONE], prices rise without a gap and fall back with one.
  private static final double[][] BEARISH_ZONE_ABOVE = {
    {15, 20, 13.5, 20},
    {20, 21, 15.5, 20.5},
    {20.5, 21, 20, 20.5},
    {20.5, 20.5, 17, 17},
    {17, 18.5, 16, 17}, // [18.5, 20]
  };

  @Test
  void resistsFromAboveWhenBearish() {
    Indicator formed = after(any(), BULLISH_ZONE, BEARISH_ZONE_ABOVE);
    Indicator touched = after(any(), BULLISH_ZONE, BEARISH_ZONE_ABOVE, bar(17, 18.5, 16, 17));

    assertThat(formed.value(BULLISH)).isEqualTo(1);
    assertThat(formed.value(BEARISH)).isEqualTo(1);
    assertThat(formed.value(LEVEL)).isEqualTo(18.5); // 1.5 above the close, 13 is 4 below
    assertThat(formed.value(SIZE)).isEqualTo(1.5);
    assertThat(formed.value(DISTANCE)).isEqualTo((17 - 18.5) / 2.5);
    assertThat(touched.value(MITIGATION)).isEqualTo(-1);
    assertThat(touched.value(LEVEL)).isEqualTo(13);
    assertThat(touched.value(AGE)).isEqualTo(6);
  }

  @Test
  void takesTheLowerOfTwoLevelsEquallyNear() {
    double[][] between = bar(16, 18, 15, 15.75); // 2.75 above 13 and below 18.5

    Indicator gap = after(any(), BULLISH_ZONE, BEARISH_ZONE_ABOVE, between);

    assertThat(gap.value(LEVEL)).isEqualTo(13);
  }

  @Test
  void signalsTheSignOfTheSumWhenABarMitigatesSeveral() {
    double[][] secondZone = bar(15, 15.5, 14.5, 15); // above 14, the high of two bars before
    double[][] deep = bar(15, 15.5, 12, 15);
    double[][] wide = bar(17, 19, 12, 16);

    Indicator two = after(any(), BULLISH_ZONE, secondZone, deep);
    Indicator opposed = after(any(), BULLISH_ZONE, BEARISH_ZONE_ABOVE, wide);

    assertThat(two.value(MITIGATION)).isEqualTo(1);
    assertNoZone(two);
    assertThat(opposed.value(MITIGATION)).isZero();
    assertNoZone(opposed);
  }

  @Test
  void mustReachItsShareOfTheRangeOfTheBarBefore() {
    // The strong bar's true range is 4; the zone's own bar has 3.
    Indicator exactly = after(new FairValueGap(0.5, 50, 1, 0, 0, 10), BULLISH_ZONE);
    Indicator more = after(new FairValueGap(0.5001, 50, 1, 0, 0, 10), BULLISH_ZONE);

    assertThat(exactly.value(BULLISH)).isEqualTo(1);
    assertThat(more.value(BULLISH)).isZero();
  }

  @Test
  void mustReachItsTicksWhateverTheRoundingOfPrices() {
    double[][] cents = {
      {100, 100.01, 100, 100.01},
      {100.01, 100.05, 100.01, 100.05},
      {100.05, 100.06, 100.02, 100.04},
    };
    assertThat(100.02 - 100.01).isLessThan(0.01);

    Indicator one = after(0.01, new FairValueGap(0, 50, 1, 1, 0, 10), cents);
    Indicator two = after(0.01, new FairValueGap(0, 50, 1, 2, 0, 10), cents);

    assertThat(one.value(BULLISH)).isEqualTo(1);
    assertThat(two.value(BULLISH)).isZero();
  }

  @Test
  void mayBeMeasuredInPercentOfThePriceInstead() {
    // 2 is 14.29 % of the strong bar's close, 14; the average range of 14 bars is not needed.
    Indicator enough = after(new FairValueGap(0.15, 50, 14, 0, 14.28, 10), BULLISH_ZONE);
    Indicator tooSmall = after(new FairValueGap(0.15, 50, 14, 0, 14.29, 10), BULLISH_ZONE);

    assertThat(enough.value(BULLISH)).isEqualTo(1);
    assertThat(tooSmall.value(BULLISH)).isZero();
  }

  @Test
  void measuresTheFirstBarAfterAGapByItsOwnRange() {
    List<MutableBar> bars =
        bars(0, new double[][] {{10, 11, 9, 10}, {30, 32, 30, 32}, {33, 34, 33, 34}});
    Indicator plain = new FairValueGap(10, 50, 1, 0, 0, 10);
    Indicator afterGap = new FairValueGap(10, 50, 1, 0, 0, 10);

    bars.forEach(plain::update);
    bars.get(1).flags(BarFlags.AFTER_GAP);
    bars.forEach(afterGap::update);

    // 33 − 11 = 22 is at least ten ranges of 32 − 30, not ten of 32 − 10.
    assertThat(plain.value(BULLISH)).isZero();
    assertThat(afterGap.value(BULLISH)).isEqualTo(1);
  }

  @Test
  void keepsWhatHasNoUnitWhenPricesAreScaled() {
    ForAll.cases(
        10,
        51,
        chance -> SyntheticBars.of(chance.nextLong(), 600),
        bars -> {
          double[][] plain = Batch.over(defaults(), bars);
          double[][] scaled = Batch.over(defaults(), prices(bars, price -> 3.7 * price));

          assertThat(plain[MITIGATION]).contains(1, -1);
          for (int t = 15; t < bars.size(); t++) {
            for (int output : new int[] {BULLISH, BEARISH, AGE, AGE_DECAY, MITIGATION}) {
              assertThat(scaled[output][t]).isEqualTo(plain[output][t]);
            }
            assertThat(scaled[DISTANCE][t]).isCloseTo(plain[DISTANCE][t], within(1e-9));
            assertThat(scaled[SIZE][t]).isCloseTo(3.7 * plain[SIZE][t], within(1e-9));
          }
        });
  }

  @Test
  void changesSidesWhenPricesAreMirrored() {
    ForAll.cases(
        10,
        52,
        chance -> SyntheticBars.of(chance.nextLong(), 600),
        bars -> {
          double[][] plain = Batch.over(defaults(), bars);
          double[][] mirrored = Batch.over(defaults(), prices(bars, price -> 400 - price));

          for (int t = 15; t < bars.size(); t++) {
            assertThat(mirrored[BULLISH][t]).isEqualTo(plain[BEARISH][t]);
            assertThat(mirrored[BEARISH][t]).isEqualTo(plain[BULLISH][t]);
            assertThat(mirrored[MITIGATION][t]).isCloseTo(-plain[MITIGATION][t], within(0.0));
            assertThat(mirrored[AGE][t]).isEqualTo(plain[AGE][t]);
            assertThat(mirrored[DISTANCE][t]).isCloseTo(-plain[DISTANCE][t], within(1e-9));
            assertThat(mirrored[SIZE][t]).isCloseTo(plain[SIZE][t], within(1e-9));
          }
        });
  }

  private static FairValueGap defaults() {
    return new FairValueGap(0.15, 50, 14, 1, 0, 10);
  }

  /// Zones of any size, their distances in true ranges of one bar.
  private static FairValueGap any() {
    return new FairValueGap(0, 50, 1, 0, 0, 10);
  }

  private static void assertNoZone(Indicator gap) {
    for (int output : new int[] {BULLISH, BEARISH, LEVEL, DISTANCE, AGE, AGE_DECAY, SIZE}) {
      assertThat(gap.value(output)).isZero();
    }
  }

  private static double[][] quiet(int count) {
    double[][] bars = new double[count][];
    Arrays.fill(bars, QUIET[0]);
    return bars;
  }

  private static double[][] bar(double open, double high, double low, double close) {
    return new double[][] {{open, high, low, close}};
  }

  private static Indicator after(Indicator gap, double[][]... stretches) {
    return after(0, gap, stretches);
  }

  /// @param stretches `double[bar][open, high, low, close]`, one after the other
  private static Indicator after(double tick, Indicator gap, double[][]... stretches) {
    for (double[][] stretch : stretches) {
      bars(tick, stretch).forEach(gap::update);
    }
    return gap;
  }

  private static List<MutableBar> bars(double tick, double[][] prices) {
    List<MutableBar> bars = new ArrayList<>();
    for (double[] p : prices) {
      bars.add(new MutableBar().tick(tick).prices(p[0], p[1], p[2], p[3]));
    }
    return bars;
  }

  /// The bars at other prices; a falling map swaps highs and lows.
  private static List<BarView> prices(List<BarView> bars, UnaryOperator<Double> map) {
    List<BarView> mapped = new ArrayList<>();
    for (BarView bar : bars) {
      double high = map.apply(bar.high());
      double low = map.apply(bar.low());
      mapped.add(
          new MutableBar()
              .prices(
                  map.apply(bar.open()),
                  Math.max(high, low),
                  Math.min(high, low),
                  map.apply(bar.close()))
              .flags(bar.afterGap() ? BarFlags.AFTER_GAP : 0));
    }
    return mapped;
  }
}
