package quorate.features.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.Scaling;
import quorate.domain.chance.Philox;
import quorate.features.state.StateCodec;

class RowScalerTest {

  @Test
  void leavesNaturalNumbersAlone() {
    assertThat(RowScaler.of(Scaling.NATURAL, 1).scaled(0, -1e30)).isEqualTo(-1e30);
  }

  @Test
  void cutsClippedNumbersOffAtTheLimit() {
    RowScaler scaler = RowScaler.of(new Scaling.Clipped(5), 1);

    assertThat(scaler.scaled(0, 5.5)).isEqualTo(5);
    assertThat(scaler.scaled(0, -7)).isEqualTo(-5);
    assertThat(scaler.scaled(0, 4.5)).isEqualTo(4.5);
  }

  @Test
  void standardisesByFittedNumbersColumnByColumn() {
    RowScaler scaler =
        RowScaler.of(new Scaling.Frozen(List.of(10.0, -1.0, 3.0), List.of(2.0, 0.5, 0.0), 5), 3);

    assertThat(scaler.scaled(0, 13)).isEqualTo(1.5); // (13 − 10) / 2
    assertThat(scaler.scaled(1, 9)).isEqualTo(5); // (9 + 1) / 0.5 = 20, beyond the limit
    assertThat(scaler.scaled(2, 4)).isZero(); // never differed in training
  }

  /// Half-life 1: each row weighs half of the next.
  @Test
  void standardisesByTheRowsBeforeAndNeverByThisOne() {
    RowScaler scaler = RowScaler.of(new Scaling.Running(1, 5), 1);

    assertThat(scaler.scaled(0, 4)).isZero(); // nothing is known yet
    assertThat(scaler.scaled(0, 1)).isZero(); // one row has no deviation
    // Rows 4 and 1 with weights 1/2 and 1: mean 2, variance (1/2·2² + 1·1²) / 1.5 = 2.
    assertThat(scaler.scaled(0, 5)).isCloseTo((5 - 2) / Math.sqrt(2), within(1e-15));
    // Weights 1/4, 1/2, 1: mean (1 + 0.5 + 5) / 1.75 = 26/7.
    double mean = 26 / 7.0;
    double variance =
        (0.25 * Math.pow(4 - mean, 2) + 0.5 * Math.pow(1 - mean, 2) + Math.pow(5 - mean, 2)) / 1.75;
    assertThat(scaler.scaled(0, 0)).isCloseTo(-mean / Math.sqrt(variance), within(1e-14));
  }

  @Test
  void givesZeroWhileTheRowsBeforeDidNotDiffer() {
    RowScaler scaler = RowScaler.of(new Scaling.Running(500, 5), 1);

    for (int row = 0; row < 1000; row++) {
      assertThat(scaler.scaled(0, 0.1)).isZero();
    }
  }

  /// Of standard normal rows the scaled ones are about standard normal too: the mean of 20,000 has
  /// a standard error of 0.007, and of a half-life of 500 rows (720 effective ones) the deviation
  /// is known to 3 %.
  @Test
  void makesRowsOfAnyScaleAboutStandard() {
    RowScaler scaler = RowScaler.of(new Scaling.Running(500, 5), 1);
    Philox chance = Philox.seeded(5);
    double sum = 0;
    double squares = 0;

    for (int row = 0; row < 25_000; row++) {
      double scaled = scaler.scaled(0, 1000 + 30 * chance.nextGaussian());
      if (row >= 5_000) {
        sum += scaled;
        squares += scaled * scaled;
      }
    }

    assertThat(sum / 20_000).isCloseTo(0, within(0.03));
    assertThat(Math.sqrt(squares / 20_000)).isCloseTo(1, within(0.03));
  }

  @Test
  void goesOnBitForBitFromItsSavedState() {
    RowScaler whole = RowScaler.of(new Scaling.Running(50, 5), 2);
    Philox chance = Philox.seeded(6);
    for (int row = 0; row < 100; row++) {
      whole.scaled(0, chance.nextGaussian());
      whole.scaled(1, chance.nextGaussian());
    }
    RowScaler resumed = RowScaler.of(new Scaling.Running(50, 5), 2);
    StateCodec.load(StateCodec.save(whole), resumed);

    for (int row = 0; row < 100; row++) {
      for (int column = 0; column < 2; column++) {
        double value = chance.nextGaussian();
        assertThat(resumed.scaled(column, value)).isEqualTo(whole.scaled(column, value));
      }
    }
  }
}
