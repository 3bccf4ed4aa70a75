package quorate.market.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.market.calendar.Calendars;
import quorate.market.instrument.InstrumentCatalogue;

class QualityGateTest {
  /// Tick 0.25 at two places, whole contracts; closed on weekends and daily from 17:00 New York.
  private static final Instrument ES = InstrumentCatalogue.builtIn().find("ES");

  private static final Instrument NQ = InstrumentCatalogue.builtIn().find("NQ");

  /// Tuesday 2019-12-17 10:00 New York, an open hour.
  private static final long OPEN_NS = 1_576_594_800_000_000_000L;

  private static final long MINUTE_NS = 60_000_000_000L;

  private QualityGate gate = gate(QualityRules.defaults());
  private final EventCursor event = new EventCursor();

  private static QualityGate gate(QualityRules rules) {
    return new QualityGate(rules, true, List.of(ES, NQ)::get, Calendars::named);
  }

  private @Nullable Reason judged() {
    return judged("", "", QualityGate.NO_ID);
  }

  private @Nullable Reason judged(String missing, String unfit, long id) {
    @Nullable Reason reason = gate.judge(event, missing, unfit, id);
    if (reason == null) {
      gate.accept(event, id);
    }
    return reason;
  }

  private void trade(long timeNs, long price, long quantity) {
    event.trade(0, timeNs, price, quantity);
  }

  private void bar(long startNs, long open, long high, long low, long close, long volume) {
    event.bar(0, startNs, startNs + MINUTE_NS, open, high, low, close, volume);
  }

  @Test
  void acceptsAnOrdinaryRowWithoutAMark() {
    trade(OPEN_NS, 320025, 1);

    assertThat(judged()).isNull();
    assertThat(event.flags).isZero();
  }

  @Test
  void rejectsAnAbsentValue() {
    trade(OPEN_NS, 0, 1);

    assertThat(judged("price", "", QualityGate.NO_ID)).isEqualTo(Reason.MISSING);
    assertThat(gate.detail()).isEqualTo("price must be there, but is empty");
  }

  @Test
  void rejectsNumbersBelowZero() {
    trade(OPEN_NS, -25, 1);
    assertThat(judged()).isEqualTo(Reason.NEGATIVE);

    trade(OPEN_NS, 25, -1);
    assertThat(judged()).isEqualTo(Reason.NEGATIVE);

    bar(OPEN_NS, 100, 100, 100, 100, -5);
    assertThat(judged()).isEqualTo(Reason.NEGATIVE);
    assertThat(gate.detail()).isEqualTo("prices and sizes must not be negative, but volume was -5");

    event.quote(0, OPEN_NS, 100, 1, 125, -1);
    assertThat(judged()).isEqualTo(Reason.NEGATIVE);
  }

  @Test
  void rejectsPricesOfZeroAndTradesOfNothing() {
    trade(OPEN_NS, 0, 1);
    assertThat(judged()).isEqualTo(Reason.ZERO);

    trade(OPEN_NS, 100, 0);
    assertThat(judged()).isEqualTo(Reason.ZERO);
    assertThat(gate.detail())
        .isEqualTo("price and size of a trade must be positive, but size was 0");
  }

  @Test
  void acceptsQuotesWithoutSizes() {
    event.quote(0, OPEN_NS, 100, 0, 125, 0);

    assertThat(judged()).isNull();
  }

  @Test
  void rejectsPricesBetweenTicks() {
    trade(OPEN_NS, 320010, 1);

    assertThat(judged()).isEqualTo(Reason.OFF_GRID);
    assertThat(gate.detail())
        .isEqualTo(
            "prices must be multiples of 0.25 and quantities of 1, but one of this trade is not");
  }

  @Test
  void rejectsDecimalsBeyondTheScale() {
    trade(OPEN_NS, 320000, 1);

    assertThat(judged("", "price 3200.0001", QualityGate.NO_ID)).isEqualTo(Reason.OFF_GRID);
    assertThat(gate.detail()).endsWith("but price 3200.0001 is not");
  }

  @Test
  void marksOffGridPricesWhereTheRulesSayFlag() {
    gate = gate(QualityRules.defaults().with(Reason.OFF_GRID, Action.FLAG));
    bar(OPEN_NS, 320010, 320040, 319999, 320013, 7);

    assertThat(judged()).isNull();
    assertThat(event.flags).isEqualTo(Reason.OFF_GRID.flag());
    assertThat(event.price).isEqualTo(320010);
  }

  @Test
  void leavesOffGridPricesAloneWhereTheRulesSayIgnore() {
    gate = gate(QualityRules.defaults().with(Reason.OFF_GRID, Action.IGNORE));
    trade(OPEN_NS, 320010, 1);

    assertThat(judged()).isNull();
    assertThat(event.flags).isZero();
    assertThat(event.price).isEqualTo(320010);
  }

  @Test
  void rejectsBarsWhoseHighOrLowIsNot() {
    bar(OPEN_NS, 100, 75, 50, 75, 1);
    assertThat(judged()).isEqualTo(Reason.INCONSISTENT_BAR);
    assertThat(gate.detail())
        .isEqualTo(
            "bar must have low ≤ open, close ≤ high, but had open 1.00, high 0.75, low 0.50, close"
                + " 0.75");

    bar(OPEN_NS, 100, 125, 75, 50, 1);
    assertThat(judged()).isEqualTo(Reason.INCONSISTENT_BAR);

    bar(OPEN_NS, 100, 75, 125, 100, 1);
    assertThat(judged()).isEqualTo(Reason.INCONSISTENT_BAR);
  }

  @Test
  void rejectsCrossedQuotesButNotLockedOnes() {
    event.quote(0, OPEN_NS, 150, 1, 125, 1);
    assertThat(judged()).isEqualTo(Reason.CROSSED_QUOTE);

    event.quote(0, OPEN_NS, 125, 1, 125, 1);
    assertThat(judged()).isNull();
  }

  @Test
  void rejectsTimesThatGoBackWithinOneInstrument() {
    trade(OPEN_NS + 10, 100, 1);
    assertThat(judged()).isNull();

    trade(OPEN_NS + 9, 100, 1);
    assertThat(judged()).isEqualTo(Reason.OUT_OF_ORDER);

    event.trade(1, OPEN_NS, 100, 1);
    assertThat(judged()).isNull();
  }

  @Test
  void measuresOrderAgainstAcceptedRowsOnly() {
    trade(OPEN_NS + 1_000, -1, 1);
    assertThat(judged()).isEqualTo(Reason.NEGATIVE);

    trade(OPEN_NS, 100, 1);
    assertThat(judged()).isNull();
  }

  @Test
  void rejectsASecondBarOfTheSameStart() {
    bar(OPEN_NS, 100, 100, 100, 100, 1);
    assertThat(judged()).isNull();

    bar(OPEN_NS, 100, 100, 100, 100, 1);
    assertThat(judged()).isEqualTo(Reason.DUPLICATE);
  }

  @Test
  void rejectsATradeIdThatComesAgainButNotEqualTradesWithoutOne() {
    trade(OPEN_NS, 100, 1);

    assertThat(judged("", "", 7)).isNull();
    assertThat(judged("", "", 8)).isNull();
    assertThat(judged("", "", 7)).isEqualTo(Reason.DUPLICATE);
    assertThat(judged()).isNull();
    assertThat(judged()).isNull();
  }

  @Test
  void rejectsRowsWhileTheMarketIsClosed() {
    // Saturday 2019-12-21 12:00 New York.
    long saturday = 1_576_947_600_000_000_000L;
    trade(saturday, 100, 1);
    assertThat(judged()).isEqualTo(Reason.OUTSIDE_SESSION);

    bar(saturday, 100, 100, 100, 100, 1);
    assertThat(judged()).isEqualTo(Reason.OUTSIDE_SESSION);
    assertThat(gate.detail())
        .isEqualTo(
            "CME_EQUITY_INDEX must be open, but is closed at " + Instant.EPOCH.plusNanos(saturday));
  }

  @Test
  void takesAPrintAtTheCloseForOneOfTheSession() {
    // Tuesday's close, 17:00 New York; a nanosecond later the market is shut.
    long close = OPEN_NS + 7 * 60 * MINUTE_NS;
    trade(close, 100, 1);
    assertThat(judged()).isNull();

    trade(close + 1, 100, 1);
    assertThat(judged()).isEqualTo(Reason.OUTSIDE_SESSION);
  }

  @Test
  void takesABarThatTouchesASessionForOneOfIt() {
    // The UTC day of Sunday 2019-12-15 holds the opening at 23:00 UTC; the Saturday before nothing.
    long sunday = 1_576_368_000_000_000_000L;
    long day = 1_440 * MINUTE_NS;
    event.bar(0, sunday, sunday + day, 100, 100, 100, 100, 1);
    assertThat(judged()).isNull();

    gate = gate(QualityRules.defaults());
    event.bar(0, sunday - day, sunday, 100, 100, 100, 100, 1);
    assertThat(judged()).isEqualTo(Reason.OUTSIDE_SESSION);
  }

  @Test
  void marksBarsWithoutVolume() {
    bar(OPEN_NS, 100, 100, 100, 100, 0);

    assertThat(judged()).isNull();
    assertThat(event.flags).isEqualTo(Reason.ZERO_VOLUME.flag());
  }

  @Test
  void judgesOpenInterestByItsNumberAndOrderOnly() {
    gate = new QualityGate(QualityRules.defaults(), false, List.of(ES, NQ)::get, Calendars::named);
    trade(OPEN_NS, 0, 2_691_941);
    assertThat(judged()).isNull();

    trade(OPEN_NS, 0, -1);
    assertThat(judged()).isEqualTo(Reason.NEGATIVE);

    trade(OPEN_NS - 1, 0, 5);
    assertThat(judged()).isEqualTo(Reason.OUT_OF_ORDER);
  }

  @Test
  void suspectsAJumpOnlyWhenItIsHugeWhileTheUsualMoveIsUnknown() {
    trade(OPEN_NS, 100_00, 1);
    judged();

    // 2.5 × 0.4 = 1 on the logarithmic scale: a factor of 2.718 upwards, 0.368 downwards.
    trade(OPEN_NS, 271_75, 1);
    assertThat(gate.isJump(event)).isFalse();
    trade(OPEN_NS, 272_00, 1);
    assertThat(gate.isJump(event)).isTrue();
    trade(OPEN_NS, 36_75, 1);
    assertThat(gate.isJump(event)).isTrue();
  }

  @Test
  void measuresAJumpAgainstTheUsualMove() {
    usualMoves(100_00, 100_50);

    // Twenty moves of 0.5 % make 20 × 0.005 = 0.1; the minimum of 0.4 holds, a factor of 1.4918.
    trade(OPEN_NS, 149_00, 1);
    assertThat(gate.isJump(event)).isFalse();
    trade(OPEN_NS, 149_25, 1);
    assertThat(gate.isJump(event)).isTrue();
  }

  @Test
  void allowsLargeMovesWhereTheyAreUsual() {
    usualMoves(100_00, 104_00);

    // Twenty moves of 4 % have the median ln 1.04 = 0.0392; 20 times that is 0.784, a factor of
    // 2.19.
    trade(OPEN_NS, 219_00, 1);
    assertThat(gate.isJump(event)).isFalse();
    trade(OPEN_NS, 219_25, 1);
    assertThat(gate.isJump(event)).isTrue();
  }

  private void usualMoves(long one, long other) {
    for (int i = 0; i <= 20; i++) {
      trade(OPEN_NS, i % 2 == 0 ? one : other, 1);
      judged();
    }
  }
}
