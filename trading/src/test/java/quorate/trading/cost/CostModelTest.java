package quorate.trading.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import quorate.domain.InstrumentKind;
import quorate.trading.cost.CommissionRule.Minimum;

final class CostModelTest {
  @Test
  void pinsTheDefaultsOfEachKind() {
    assertThat(CostModel.defaults(InstrumentKind.FUTURE))
        .isEqualTo(new CostModel(1, 1, CommissionRule.perContract("2.25")));
    assertThat(CostModel.defaults(InstrumentKind.EQUITY))
        .isEqualTo(
            new CostModel(1, 1, CommissionRule.perShare("0.005").atLeast(Minimum.perOrder("1"))));
    assertThat(CostModel.defaults(InstrumentKind.CRYPTO))
        .isEqualTo(new CostModel(1, 1, CommissionRule.basisPoints("10")));
    assertThat(CostModel.defaults(InstrumentKind.FX))
        .isEqualTo(new CostModel(1, 1, CommissionRule.basisPoints("0.2")));
    assertThat(CostModel.defaults(InstrumentKind.INDEX))
        .isEqualTo(new CostModel(1, 1, CommissionRule.free()));
  }

  @Test
  void refusesNegativeTicks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostModel(-1, 0, CommissionRule.free()))
        .withMessage("spread and slippage must be 0 ticks or more, but were -1 and 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CostModel(0, -1, CommissionRule.free()));
  }
}
