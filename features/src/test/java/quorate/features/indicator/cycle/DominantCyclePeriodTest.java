package quorate.features.indicator.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DominantCyclePeriodTest {

  @ParameterizedTest
  @ValueSource(ints = {10, 15, 20, 30})
  void findsThePeriodOfASine(int length) {
    DominantCyclePeriod period = new DominantCyclePeriod();

    for (int i = 0; i < 500; i++) {
      period.update(100 + 5 * Math.sin(2 * Math.PI * i / length));
    }

    assertThat(period.value()).isEqualTo(length, within(0.05 * length));
  }
}
