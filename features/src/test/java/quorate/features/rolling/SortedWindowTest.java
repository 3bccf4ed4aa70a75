package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

/// Ranks and order of a window, of numbers of both signs with many ties.
class SortedWindowTest {

  @Test
  void keepsTheWindowInOrderWhateverItsSize() {
    ForAll.cases(
        60,
        9,
        chance -> chance.ints(150, -15, 15).asDoubleStream().toArray(),
        values -> {
          int size = 1 + Math.abs((int) values[0]);
          SortedWindow window = new SortedWindow(size);
          RollingRank ranks = new RollingRank(size);
          for (int t = 0; t < values.length; t++) {
            double value = values[t];
            double[] before = Arrays.copyOfRange(values, Math.max(0, t - size), t);
            int below = ranks.countBelow(value);
            assertThat(ranks.ready()).isEqualTo(t >= size);
            window.update(value);
            ranks.update(value);
            double[] expected = Arrays.copyOfRange(values, Math.max(0, t - size + 1), t + 1);
            Arrays.sort(expected);
            for (int rank = 0; rank < expected.length; rank++) {
              assertThat(window.at(rank)).isEqualTo(expected[rank]);
            }
            if (t >= size) {
              assertThat(below)
                  .isEqualTo((int) Arrays.stream(before).filter(x -> x < value).count());
            }
            assertThat(window.ready()).isEqualTo(t + 1 >= size);
          }
        });
  }

  @Test
  void ordersTheLargestAndTheSmallestNumbersAndBothZeros() {
    RollingRank ranks = new RollingRank(5);
    for (double value : new double[] {-Double.MAX_VALUE, -0.0, 0.0, 1, Double.MAX_VALUE}) {
      ranks.update(value);
    }

    assertThat(ranks.countBelow(-Double.MAX_VALUE)).isZero();
    assertThat(ranks.countBelow(-0.0)).isEqualTo(1);
    assertThat(ranks.countBelow(0.0)).isEqualTo(1);
    assertThat(ranks.countBelow(Double.MIN_VALUE)).isEqualTo(3);
    assertThat(ranks.countBelow(Double.MAX_VALUE)).isEqualTo(4);
  }
}
