package quorate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class RationaleTest {
  @Test
  void putsItsNumbersIntoTheSentence() {
    Rationale rationale = Rationale.of("RSI %.1f is below %.0f", 27.34, 30);

    assertThat(rationale.text()).isEqualTo("RSI 27.3 is below 30");
    assertThat(rationale).hasToString("RSI 27.3 is below 30");
  }

  @Test
  void readsTheSameInEveryCountry() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);

      assertThat(Rationale.of("%.1f", 0.5).text()).isEqualTo("0.5");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void needsNoNumbers() {
    assertThat(Rationale.of("not ready, 40 %% of its window").text())
        .isEqualTo("not ready, 40 % of its window");
  }

  @Test
  void doesNotChangeWithTheNumbersItWasGiven() {
    double[] numbers = {1};
    Rationale rationale = Rationale.of("%.0f", numbers);

    numbers[0] = 2;

    assertThat(rationale.text()).isEqualTo("1");
  }

  @Test
  void isEqualWhenItReadsTheSame() {
    Rationale rationale = Rationale.of("gap %.2f", 0.25);

    assertThat(rationale)
        .isEqualTo(Rationale.of("gap 0.25"))
        .hasSameHashCodeAs(Rationale.of("gap 0.25"))
        .isNotEqualTo(Rationale.of("gap %.2f", 0.5))
        .isNotEqualTo("gap 0.25");
    assertThat(rationale.hashCode()).isNotEqualTo(Rationale.of("gap %.2f", 0.5).hashCode());
  }
}
