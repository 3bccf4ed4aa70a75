package quorate.trading.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.trading.Desk;
import quorate.trading.cost.CommissionRule.Minimum;

final class CommissionTest {
  private static final Instrument SHARE =
      new Instrument(
          "SPY",
          "ARCX",
          "etf",
          InstrumentKind.EQUITY,
          1,
          1,
          BigDecimal.ONE,
          Currency.USD,
          2,
          0,
          "us");
  private static final Instrument COIN =
      new Instrument(
          "BTC",
          "BITSTAMP",
          "coin",
          InstrumentKind.CRYPTO,
          1,
          1,
          BigDecimal.ONE,
          Currency.USD,
          2,
          8,
          "always");

  @Test
  void chargesForEachContract() {
    Commission commission = Commission.of(CommissionRule.perContract("2.25"), Desk.ES);

    // 3 · 2.25 = 6.75
    assertThat(commission.owed(320_000, 3)).isEqualTo(675_000_000);
  }

  @Test
  void chargesForEachShareWhateverItsPrice() {
    Commission commission = Commission.of(CommissionRule.perShare("0.005"), SHARE);

    assertThat(commission.owed(10_000, 300)).isEqualTo(150_000_000);
    assertThat(commission.owed(99_999, 300)).isEqualTo(150_000_000);
  }

  @Test
  void chargesForPartsOfACoin() {
    Commission commission = Commission.of(CommissionRule.perShare("0.5"), COIN);

    // 0.25 coins · 0.5 = 0.125
    assertThat(commission.owed(1, 25_000_000)).isEqualTo(12_500_000);
  }

  @Test
  void chargesBasisPointsOfTheNotionalWithItsMultiplier() {
    Commission commission = Commission.of(CommissionRule.basisPoints("0.5"), Desk.ES);

    // 2 · 3200.00 · 50 = 320,000; half a basis point of it is 16.
    assertThat(commission.owed(320_000, 2)).isEqualTo(1_600_000_000);
  }

  @Test
  void roundsHalfEvenOnce() {
    Commission commission = Commission.of(CommissionRule.basisPoints("10"), COIN);

    // 0.00000001 coins at 5.00 are 5 units; a thousandth is 0.005 units → 0.
    assertThat(commission.owed(500, 1)).isZero();
    // 5 units · 0.1 % of 100 times as much: 0.5 → 0 (even); 300 times: 1.5 → 2 (even).
    assertThat(commission.owed(500, 100)).isZero();
    assertThat(commission.owed(500, 300)).isEqualTo(2);
  }

  @Test
  void isNeverARebateAtNegativePrices() {
    Commission commission = Commission.of(CommissionRule.basisPoints("10"), Desk.ES);

    assertThat(commission.owed(-100, 1)).isEqualTo(commission.owed(100, 1)).isPositive();
  }

  @Test
  void collectsTheMinimumOfAnOrderOnce() {
    Commission commission =
        Commission.of(CommissionRule.perShare("0.005").atLeast(Minimum.perOrder("1")), SHARE);
    long first = commission.owed(10_000, 100);
    long second = commission.owed(10_000, 150);

    // 0.50 owed → 1 charged; 1.25 owed in all → 1.25 charged in all.
    assertThat(commission.charged(first)).isEqualTo(100_000_000);
    assertThat(commission.charged(first + second)).isEqualTo(125_000_000);
  }

  @Test
  void collectsTheMinimumOfAFillEachTime() {
    Commission commission =
        Commission.of(CommissionRule.perShare("0.005").atLeast(Minimum.perFill("1")), SHARE);

    assertThat(commission.owed(10_000, 199)).isEqualTo(100_000_000);
    assertThat(commission.owed(10_000, 201)).isEqualTo(100_500_000);
  }

  @Test
  void freeIsFreeEvenWithAMinimum() {
    Commission commission =
        Commission.of(CommissionRule.free().atLeast(Minimum.perOrder("1")), SHARE);

    assertThat(commission.charged(commission.owed(10_000, 100))).isZero();
  }

  @Test
  void refusesRatesThatAreNotPositiveAndMinimaBelowZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommissionRule.perShare("0"))
        .withMessage("commission per unit must be positive, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CommissionRule.basisPoints("-1"))
        .withMessage("commission in basis points must be positive, but was -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Minimum.perOrder("-0.01"))
        .withMessage("minimum commission per order must not be negative, but was -0.01");
  }

  @Test
  void refusesAMinimumFinerThanMoney() {
    CommissionRule rule = CommissionRule.perShare("1").atLeast(Minimum.perOrder("0.000000001"));

    assertThatThrownBy(() -> Commission.of(rule, SHARE))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageContaining("at most 8 decimal places");
  }
}
