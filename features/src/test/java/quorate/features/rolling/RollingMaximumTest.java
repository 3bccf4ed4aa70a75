package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class RollingMaximumTest {

  @Test
  void isTheLargestOfTheWindowWhateverItsSizeAndTheNumbersSigns() {
    ForAll.cases(
        60,
        9,
        chance -> chance.ints(200, -25, 25).asDoubleStream().toArray(),
        values -> {
          int size = 26 + (int) values[0];
          RollingMaximum maximum = new RollingMaximum(size);
          for (int t = 0; t < values.length; t++) {
            maximum.update(values[t]);
            double expected =
                Arrays.stream(values, Math.max(0, t - size + 1), t + 1).max().orElseThrow();
            assertThat(maximum.value()).isEqualTo(expected);
            assertThat(maximum.ready()).isEqualTo(t + 1 >= size);
          }
        });
  }
}
