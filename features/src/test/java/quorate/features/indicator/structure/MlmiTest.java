package quorate.features.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.BarFlags;
import quorate.domain.property.ForAll;
import quorate.features.indicator.BarView;
import quorate.features.indicator.Batch;
import quorate.features.indicator.MutableBar;
import quorate.features.series.SyntheticBars;

class MlmiTest {
  private static final double NAN = Double.NaN;
  private static final int SIGNAL = 1;
  private static final int STRENGTH = 2;
  private static final int CENTRED = 3;

  /// Averages of 1 and 2: a crossing is a change between rising and not. RSI of 1 bar: 100 after a
  /// rise, else 0. One neighbour votes, unsmoothed.
  private static Mlmi smallest(double level, int slowRsi) {
    return new Mlmi(new Mlmi.Settings(level, 1, 2, 1, slowRsi, 1, 3, 1, 1));
  }

  @Test
  void judgesByThePastCrossingsThatLookedMostLikeNow() {
    double[][] outputs = Batch.over(smallest(0, 2), SyntheticBars.flat(10, 13, 12, 16, 14, 14, 15));

    // Bar 3, crossing: rise 1.5, fall 0.5, pair (75, 0). Bar 4, crossing: rise 2.75, fall 0.25,
    // pair (91.67, 100); (75, 0) gets label +1, prices rose by 4, and votes. Bar 5, crossing: rise
    // 1.375, fall 1.125, pair (55, 0); (91.67, 100) gets −1, but (75, 0) is nearer. Bar 6: no
    // crossing. Bar 7, crossing: (55, 0) gets +1; (75, 100) is nearest to (91.67, 100).
    assertThat(outputs[0]).containsExactly(NAN, NAN, NAN, 100, 100, 100, 0);
    assertThat(outputs[SIGNAL]).containsExactly(NAN, NAN, NAN, 0, 0, 0, -1);
    assertThat(outputs[STRENGTH]).containsExactly(NAN, NAN, NAN, 1, 1, 1, 1);
    assertThat(outputs[CENTRED]).containsExactly(NAN, NAN, NAN, 1, 1, 1, -1);
  }

  @Test
  void labelsACrossingZeroWhenPricesCameBackToIt() {
    // Bar 3 crosses down at 12, bar 4 up at 14, bar 6 down at 14 again: (.., 100) gets 0.
    double[][] outputs = Batch.over(smallest(0, 2), SyntheticBars.flat(10, 13, 12, 14, 15, 14, 16));

    // Bar 4: +1 of bar 3. Bar 7 rises: the nearest pair is that of bar 4.
    assertThat(outputs[0]).containsExactly(NAN, NAN, NAN, 100, 100, 100, 50);
    assertThat(outputs[SIGNAL][6]).isEqualTo(-1); // at 50, and was above it
    assertThat(outputs[STRENGTH][6]).isZero();
  }

  @Test
  void signalsOnlyWhereTheLevelIsReached() {
    List<BarView> bars = SyntheticBars.of(71, 2000);
    for (double level : new double[] {0, 10, 25}) {
      Mlmi.Settings settings = new Mlmi.Settings(level, 5, 20, 5, 20, 20, 200, 5, 14);

      double[][] outputs = Batch.over(new Mlmi(settings), bars);

      double[] values = outputs[0];
      assertThat(outputs[SIGNAL]).contains(1, -1);
      for (int t = 1; t < values.length; t++) {
        boolean up = values[t] >= 50 + level && values[t - 1] < 50 + level;
        boolean down = values[t] <= 50 - level && values[t - 1] > 50 - level;
        if (!Double.isNaN(values[t])) {
          assertThat(outputs[SIGNAL][t]).isEqualTo(up ? 1 : down ? -1 : 0);
        }
      }
    }
  }

  @Test
  void countsCrossingsOnceTheSlowRsiIsReady() {
    double[] closes = {10, 13, 12, 16, 14, 17, 15};

    // With a slow RSI of 5 bars the crossings of bars 3 to 5 are before its first value, at bar 6.
    double[] values = Batch.over(smallest(0, 5), SyntheticBars.flat(closes))[0];

    assertThat(values).containsExactly(NAN, NAN, NAN, NAN, NAN, NAN, 0); // 17 to 15
  }

  @Test
  void followsHeikenAshiCloses() {
    List<BarView> bars = SyntheticBars.of(72, 800);
    double[] closes =
        bars.stream().mapToDouble(b -> (b.open() + b.high() + b.low() + b.close()) / 4).toArray();

    assertThat(Batch.over(defaults(), bars)[0])
        .isEqualTo(Batch.over(defaults(), SyntheticBars.flat(closes))[0]);
  }

  @Test
  void isNeverReadyOnAFlatSeries() {
    double[] flat = new double[1000];
    Arrays.fill(flat, 0.1);

    assertThat(Batch.over(defaults(), SyntheticBars.flat(flat))[0]).containsOnly(NAN);
  }

  @Test
  void isReadyAtTheEarliestWhenEveryBarIsACrossing() {
    assertThat(defaults().warmUp()).isEqualTo(58); // 40 to the slow RSI's strength + 5 + 13
    assertThat(smallest(0, 2).warmUp()).isEqualTo(4);
  }

  @Test
  void isTheSameAtAnyScaleOfPrices() {
    ForAll.cases(
        5,
        73,
        chance -> SyntheticBars.of(chance.nextLong(), 900),
        bars -> {
          List<MutableBar> scaled =
              bars.stream()
                  .map(b ->
                      new MutableBar()
                          .prices(7.3 * b.open(), 7.3 * b.high(), 7.3 * b.low(), 7.3 * b.close())
                          .flags(b.afterGap() ? BarFlags.AFTER_GAP : 0))
                  .toList();

          double[][] plain = Batch.over(defaults(), bars);
          double[][] other = Batch.over(defaults(), scaled);

          assertThat(other[0]).containsExactly(plain[0], within(1e-9));
        });
  }

  @Test
  void refusesWindowsInTheWrongOrderAndMoreVotesThanMemory() {
    assertThatThrownBy(() -> new Mlmi.Settings(0, 20, 5, 5, 20, 20, 200, 5, 14))
        .hasMessage(
            "slow_average must be longer than quick_average, 20 bars, but was 5 (feature \"mlmi\")");
    assertThatThrownBy(() -> new Mlmi.Settings(0, 5, 20, 5, 5, 20, 200, 5, 14))
        .hasMessage("slow_rsi must be longer than quick_rsi, 5 bars, but was 5 (feature \"mlmi\")");
    assertThatThrownBy(() -> new Mlmi.Settings(0, 5, 20, 5, 20, 20, 4, 5, 14))
        .hasMessage("neighbours must be from 1 to memory, 4 pairs, but was 5 (feature \"mlmi\")");
    assertThatThrownBy(() -> new Mlmi.Settings(50.5, 5, 20, 5, 20, 20, 200, 5, 14))
        .hasMessage("level must be from 0 to 50, but was 50.5 (feature \"mlmi\")");
  }

  private static Mlmi defaults() {
    return new Mlmi(new Mlmi.Settings(0, 5, 20, 5, 20, 20, 200, 5, 14));
  }
}
