package quorate.features.indicator.momentum;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;

class MacdTest {

  /// On a line both averages begin as means of its last values, x − (n − 1)/2, and stay so far
  /// behind: macd = (slow − fast) / 2 slopes, without change.
  @Test
  void isConstantOnAStraightLine() {
    double[] line = new double[60];
    for (int i = 0; i < line.length; i++) {
      line[i] = 100 + i;
    }

    Macd macd = new Macd(3, 7, 5);
    double[] values = Batch.over(macd, line);

    assertThat(values[10]).isEqualTo(2); // (7 − 3) / 2, ready after 7 + 5 − 1 bars
    assertThat(values[59]).isEqualTo(2);
    assertThat(macd.value(1)).isEqualTo(2);
    assertThat(macd.value(2)).isZero();
  }
}
