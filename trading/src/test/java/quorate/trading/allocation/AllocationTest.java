package quorate.trading.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Decision;
import quorate.domain.Holdings;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.Money;
import quorate.domain.Position;
import quorate.domain.Verdict;
import quorate.trading.valuation.Marks;

/// One future in euros at 100, worth 10 a point, the euro at 2 dollars: a contract is worth 2,000
/// dollars. The equity is 1,000,000 dollars.
final class AllocationTest {
  private static final Instrument FUTURE =
      new Instrument(
          "FUTURE",
          "TEST",
          "test",
          InstrumentKind.FUTURE,
          1,
          1,
          BigDecimal.TEN,
          Currency.EUR,
          0,
          0,
          "always");
  private final Marks marks = Marks.of(Instruments.of(FUTURE), Currency.USD);

  AllocationTest() {
    marks.rate(Currency.EUR, BigDecimal.TWO);
    marks.mark(0, 100);
  }

  @Test
  void sizesByTheVolatilityTarget() {
    // 0.1 · 1,000,000 / (0.2 · 2,000) = 250
    assertThat(target(VolatilityTarget.defaults(), 1, 0.2, 0)).isEqualTo(250);
    assertThat(target(VolatilityTarget.defaults(), -1, 0.2, 0)).isEqualTo(-250);
    assertThat(target(VolatilityTarget.defaults(), 0.5, 0.2, 0)).isEqualTo(125);
    assertThat(target(VolatilityTarget.defaults(), 0, 0.2, 30)).isZero();
  }

  @Test
  void staysWhereItIsWhileTheCurrencyHasNoRate() {
    Marks unknown = Marks.of(Instruments.of(FUTURE), Currency.USD);
    unknown.mark(0, 100);

    long target =
        VolatilityTarget.defaults().target(decision(Verdict.ACT, 1), 0.2, holdings(30), unknown);

    assertThat(target).isEqualTo(30);
  }

  @Test
  void roundsTowardsZeroToWholeLots() {
    // 0.1 · 1,000,000 / (0.3 · 2,000) = 166.7
    assertThat(target(VolatilityTarget.defaults(), 1, 0.3, 0)).isEqualTo(166);
    assertThat(target(VolatilityTarget.defaults(), -1, 0.3, 0)).isEqualTo(-166);
  }

  @Test
  void isCappedByLeverage() {
    // 1 · 1,000,000 / 2,000 = 500, reached at a volatility of 10 %.
    assertThat(target(VolatilityTarget.defaults(), 1, 0.05, 0)).isEqualTo(500);
    assertThat(target(new VolatilityTarget(0.1, 2, 0), 1, 0.02, 0)).isEqualTo(1_000);
  }

  @Test
  void aStandstillIsNotCalmerThanOnePercent() {
    // 0.001 · 1,000,000 / (0.01 · 2,000) = 50
    assertThat(target(new VolatilityTarget(0.001, 10, 0), 1, 0, 0)).isEqualTo(50);
  }

  @Test
  void smallChangesDoNotTrade() {
    VolatilityTarget allocation = VolatilityTarget.defaults();

    // The target is 250 and the band 25 either way.
    assertThat(allocation.keeps(226, 250, 250)).isTrue();
    assertThat(allocation.keeps(225, 250, 250)).isFalse();
    assertThat(allocation.keeps(274, 250, 250)).isTrue();
    assertThat(allocation.keeps(275, 250, 250)).isFalse();
    assertThat(allocation.keeps(-240, -250, -250)).isTrue();
  }

  @Test
  void theBandIsOfWhatTheLimitsLeave() {
    // Of 400 the limits leave 100: the band is 10.
    assertThat(VolatilityTarget.defaults().keeps(91, 400, 100)).isTrue();
    assertThat(VolatilityTarget.defaults().keeps(90, 400, 100)).isFalse();
    assertThat(new FixedSize(BigDecimal.valueOf(400)).keeps(91, 400, 100)).isTrue();
    assertThat(new FixedSize(BigDecimal.valueOf(400)).keeps(90, 400, 100)).isFalse();
  }

  @Test
  void aFixedSizeWithinTheLimitsIsExact() {
    assertThat(new FixedSize(BigDecimal.valueOf(400)).keeps(399, 400, 400)).isFalse();
  }

  @Test
  void theBandDoesNotKeepTheWrongSide() {
    VolatilityTarget all = new VolatilityTarget(0.1, 1, 1);

    assertThat(all.keeps(-1, 250, 250)).isFalse();
    assertThat(all.keeps(1, 0, 0)).isFalse();
    assertThat(all.keeps(0, 250, 250)).isFalse();
  }

  @Test
  void keepsThePositionWithoutAQuorateDecisionOrAVolatility() {
    VolatilityTarget allocation = VolatilityTarget.defaults();

    assertThat(allocation.target(decision(Verdict.NO_QUORUM, 1), 0.2, holdings(7), marks))
        .isEqualTo(7);
    assertThat(target(allocation, 1, Double.NaN, 7)).isEqualTo(7);
    assertThat(
            new FixedSize(BigDecimal.ONE)
                .target(decision(Verdict.LOW_CONFIDENCE, 1), 0.2, holdings(7), marks))
        .isEqualTo(7);
  }

  @Test
  void keepsThePositionWithoutAPrice() {
    Marks empty = Marks.of(Instruments.of(FUTURE), Currency.USD);

    assertThat(
            VolatilityTarget.defaults().target(decision(Verdict.ACT, 1), 0.2, holdings(7), empty))
        .isEqualTo(7);
  }

  @Test
  void withoutEquityTheTargetIsFlat() {
    Holdings broke = new Holdings(0, List.of(), List.of(position(7)), usd("0"), usd("1"), usd("1"));

    assertThat(VolatilityTarget.defaults().target(decision(Verdict.ACT, 1), 0.2, broke, marks))
        .isZero();
  }

  @Test
  void aFixedSizeFollowsTheDirectionOnly() {
    FixedSize three = new FixedSize(BigDecimal.valueOf(3));

    assertThat(target(three, 0.1, 0.2, 0)).isEqualTo(3);
    assertThat(target(three, -1, Double.NaN, 0)).isEqualTo(-3);
    assertThat(target(three, 0, 0.2, 3)).isZero();
  }

  @Test
  void pinsTheDefaults() {
    assertThat(VolatilityTarget.defaults()).isEqualTo(new VolatilityTarget(0.10, 1.0, 0.10));
  }

  @Test
  void refusesSettingsThatMakeNoSense() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VolatilityTarget(0, 1, 0.1))
        .withMessage("target volatility must be positive, but was 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VolatilityTarget(0.1, Double.POSITIVE_INFINITY, 0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VolatilityTarget(0.1, 1, 1.1))
        .withMessage("band must be from 0 to 1, but was 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FixedSize(BigDecimal.ZERO))
        .withMessage("size must be positive, but was 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FixedSize(BigDecimal.ONE, -0.1))
        .withMessage("band must be from 0 to 1, but was -0.1");
  }

  private long target(Allocation allocation, double direction, double volatility, long held) {
    return allocation.target(decision(Verdict.ACT, direction), volatility, holdings(held), marks);
  }

  private static Decision decision(Verdict verdict, double direction) {
    return new Decision(0, 0, verdict, direction, 1, 1, List.of());
  }

  private static Holdings holdings(long held) {
    Money equity = usd("1000000");
    return new Holdings(0, List.of(), List.of(position(held)), equity, equity, equity);
  }

  private static Position position(long held) {
    Money zero = Money.zero(Currency.EUR);
    return new Position(0, held, zero, zero, zero);
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
