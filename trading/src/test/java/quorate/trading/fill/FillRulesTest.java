package quorate.trading.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class FillRulesTest {
  @Test
  void defaultsAreThroughWholeVolumeAndNoLatency() {
    assertThat(FillRules.defaults()).isEqualTo(new FillRules(false, 1_000_000, 0));
  }

  @Test
  void participationIsKeptInMillionths() {
    assertThat(FillRules.defaults().participating(0.25).participationMillionths())
        .isEqualTo(250_000);
    assertThat(FillRules.defaults().participating(1e-9).participationMillionths()).isEqualTo(1);
    assertThat(FillRules.defaults().participating(1).participationMillionths())
        .isEqualTo(1_000_000);
  }

  @Test
  void refusesParticipationOutsideZeroToOne() {
    for (double wrong : new double[] {0, -0.1, 1.000001, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> FillRules.defaults().participating(wrong))
          .withMessage("participation must be above 0 and at most 1, but was " + wrong);
    }
    for (int wrong : new int[] {0, -2, 1_000_001}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FillRules(false, wrong, 0))
          .withMessageContaining("but was " + wrong);
    }
  }

  @Test
  void refusesANegativeLatency() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FillRules.defaults().delayed(-1))
        .withMessage("latency must not be negative, but was -1 ns");
  }
}
