package quorate.features.indicator.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;
import quorate.features.series.SyntheticBars;

class NadarayaWatsonTest {
  private static final double NAN = Double.NaN;

  @Test
  void weighsPastClosesByTheRationalQuadraticKernel() {
    // h = 1, α = 1: w = 1, 1 / (1 + 1/2) = 2/3, 1 / (1 + 4/2) = 1/3; together 2.
    double[][] outputs =
        Batch.over(
            new NadarayaWatson(0.02, 1, 1, 3, 1), SyntheticBars.ofCloses(6, 12, 6, 18, 30, 12));

    // At bar 5: (30 + 18·2/3 + 6/3) / 2 = 22; bar 6: (12 + 30·2/3 + 18/3) / 2 = 19.
    assertClose(outputs[0], NAN, NAN, NAN, NAN, 22, 19);
    // True ranges 30.25 − 18 and 30 − 11.75.
    assertClose(outputs[1], NAN, NAN, NAN, NAN, 8 / 12.25, -7 / 18.25);
    // ŷ before bar 5: (18 + 6·2/3 + 12/3) / 2 = 13.
    assertClose(outputs[2], NAN, NAN, NAN, NAN, 9 / 12.25, -3 / 18.25);
    // ŷ before that: (6 + 12·2/3 + 6/3) / 2 = 8, so the slope was positive already.
    assertClose(outputs[3], NAN, NAN, NAN, NAN, 0, -1);
  }

  @Test
  void lagsAStraightLineAndHasItsSlope() {
    double[] line = new double[200];
    Arrays.setAll(line, t -> 1000 + 0.5 * t);
    double lag = 0;
    double weights = 0;
    for (int i = 0; i < 64; i++) {
      lag += i * Math.pow(1 + i * i / 1024.0, -8);
      weights += Math.pow(1 + i * i / 1024.0, -8);
    }

    double[][] outputs = Batch.over(defaults(), SyntheticBars.ofCloses(line));

    double range = 0.75; // from the close before to the high: half a point and a tick
    assertThat(outputs[0][199]).isEqualTo(1000 + 0.5 * (199 - lag / weights), within(1e-10));
    assertThat(outputs[1][199]).isEqualTo(0.5 * lag / weights / range, within(1e-10));
    assertThat(outputs[2][199]).isEqualTo(0.5 / range, within(1e-12));
  }

  @Test
  void isThePriceItselfWherePricesStoodStill() {
    double[] closes = new double[400];
    Arrays.fill(closes, 1.1234567);
    Arrays.fill(closes, 0, 100, 1.1);

    double[][] outputs = Batch.over(defaults(), SyntheticBars.flat(closes));

    // The true range has decayed to almost nothing; no rounding may be measured in it.
    assertThat(outputs[0][399]).isEqualTo(1.1234567);
    assertThat(outputs[1][399]).isZero();
    assertThat(outputs[2][399]).isZero();
  }

  @Test
  void turnsOnlyOnTheBarOnWhichTheSlopeChangesItsSign() {
    double[] turns =
        Batch.over(
            new NadarayaWatson(0, 1, 1, 1, 1), // window 1: ŷ is the close itself
            SyntheticBars.ofCloses(5, 4, 5, 6, 6, 7, 6, 5, 5, 4))[3];

    // A slope of 0 belongs to no side: after it a rise turns upwards again, a fall downwards.
    assertClose(turns, NAN, NAN, 1, 0, 0, 1, -1, 0, 0, -1);
  }

  @Test
  void turnsWhenTheSlopeReachesTheThresholdExactly() {
    // A change of 0.75 makes a true range of 1.
    double[] turns =
        Batch.over(
            new NadarayaWatson(0.75, 1, 1, 1, 1), SyntheticBars.ofCloses(6, 5, 5.75, 5, 5.75))[3];

    assertClose(turns, NAN, NAN, 1, -1, 1);
  }

  @Test
  void makesNoTurnOfASlopeBelowTheThreshold() {
    // Slopes in true ranges of one bar: a rise of 1 is 1 / 1.25, one of 0.25 is 0.25 / 0.5.
    double[] turns =
        Batch.over(
            new NadarayaWatson(0.7, 1, 1, 1, 1),
            SyntheticBars.ofCloses(5, 4, 5, 4, 4.25, 6, 5.75, 4))[3];

    // Nor is it made up for when the slope grows later.
    assertClose(turns, NAN, NAN, 1, -1, 0, 0, 0, 0);
  }

  @Test
  void isReadyWhenATurnHasTwoSlopesToCompare() {
    assertThat(defaults().warmUp()).isEqualTo(66);
    assertThat(new NadarayaWatson(0.02, 8, 8, 3, 14).warmUp()).isEqualTo(16);
  }

  private static NadarayaWatson defaults() {
    return new NadarayaWatson(0.02, 8, 8, 64, 14);
  }

  private static void assertClose(double[] found, double... expected) {
    assertThat(found).containsExactly(expected, within(1e-12));
  }
}
