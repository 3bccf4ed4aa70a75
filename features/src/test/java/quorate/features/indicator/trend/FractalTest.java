package quorate.features.indicator.trend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.features.indicator.Batch;
import quorate.features.series.SyntheticBars;

class FractalTest {

  @Test
  void isKnownOnlyWhenTheBarsAfterItHaveCome() {
    double[][] marks = Batch.over(new Fractal(2, 2), SyntheticBars.ofCloses(1, 2, 9, 3, 4, 5, 6));

    // The top at bar 2 is marked at bar 4; the bottom at bar 3 has the lower bar 1 before it.
    assertThat(marks[0]).containsExactly(none(), none(), none(), none(), 100, 0, 0);
    assertThat(marks[1]).containsExactly(none(), none(), none(), none(), 0, 0, 0);
  }

  @Test
  void isUnmadeByAnEqualHigh() {
    double[][] marks = Batch.over(new Fractal(1, 1), SyntheticBars.ofCloses(1, 5, 5, 1));

    assertThat(marks[0]).containsExactly(none(), none(), 0, 0);
  }

  @Test
  void findsBottomsToo() {
    double[][] marks = Batch.over(new Fractal(1, 1), SyntheticBars.ofCloses(5, 1, 5));

    assertThat(marks[1]).containsExactly(none(), none(), 100);
  }

  private static double none() {
    return Double.NaN;
  }
}
