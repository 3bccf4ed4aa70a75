package quorate.features.rolling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import quorate.domain.property.ForAll;

class RollingMaximumAgeTest {

  @Test
  void findsTheNewestOfTheLargestWhateverTheWindow() {
    ForAll.cases(
        60,
        9,
        chance -> chance.ints(200, 0, 30).asDoubleStream().toArray(),
        values -> {
          int size = 1 + (int) values[0];
          RollingMaximumAge age = new RollingMaximumAge(size);
          for (int t = 0; t < values.length; t++) {
            age.update(values[t]);
            int newest = t;
            for (int i = t - 1; i >= Math.max(0, t - size + 1); i--) {
              newest = values[i] > values[newest] ? i : newest;
            }
            assertThat(age.value()).isEqualTo(t - newest);
            assertThat(age.ready()).isEqualTo(t + 1 >= size);
          }
        });
  }
}
