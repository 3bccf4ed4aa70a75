package quorate.research.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.Currency;
import quorate.domain.Decision;
import quorate.domain.Fill;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.MemberOpinion;
import quorate.domain.Money;
import quorate.domain.Opinion;
import quorate.domain.Order;
import quorate.domain.Purpose;
import quorate.domain.Rationale;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.domain.Timeframe;
import quorate.domain.Verdict;
import quorate.domain.settings.Settings;
import quorate.engine.playbook.Playbook;
import quorate.engine.run.Manifest;
import quorate.engine.run.RunFolder;
import quorate.market.calendar.Calendars;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeWriter;
import quorate.research.report.OrderOutcome.Outcome;

/// One instrument in euros, an account in dollars at 1.10 and then 1.20, a bar, two that closed on
/// one event, one that did not finish, a bought and sold coin, and a refused order.
class RecordedRunTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final Currency EUR = Currency.EUR;
  private static final Instrument COIN =
      new Instrument(
          "BTC-EUR",
          "KRAKEN",
          "crypto",
          InstrumentKind.CRYPTO,
          1,
          1,
          BigDecimal.ONE,
          EUR,
          2,
          0,
          "CRYPTO_24_7");

  @TempDir Path runs;
  private RecordedRun run;

  @BeforeEach
  void recordAndRead() {
    run = read("example", entries());
  }

  private RecordedRun read(String name, List<JournalEntry> entries) {
    RunFolder folder =
        RunFolder.begin(
            runs, name, Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
    InputReferenced input = new InputReferenced(0, "trades", "da7a", 0, 9 * MINUTE, 42);
    folder.write(new Manifest(folder.id(), "example", "now", "c", "s", Map.of(), List.of(input)));
    try (TapeWriter tape = TapeWriter.record(folder.tape(), TapeHeader.of(Instruments.of(COIN)))) {
      tape.append(input);
      entries.forEach(tape::append);
      tape.seal();
    }
    return RecordedRun.read(folder, playbook(), Calendars::named);
  }

  @Test
  void beginsItsEquityWithTheCapital() {
    assertThat(run.track().equity().initial()).isEqualTo(1000);
    assertThat(run.track().equity().last()).isEqualTo(1005.5);
    assertThat(run.equity()).isEqualTo(usd("1005.5"));
  }

  @Test
  void turnsForeignAmountsIntoTheBaseCurrency() {
    // Ten euros of profit less five of commission, at 1.20; two euros of commission at 1.10.
    assertThat(run.track().trades().getFirst().netProfit()).isCloseTo(6, within(1e-12));
    assertThat(run.track().fills().getFirst().commission()).isCloseTo(2.2, within(1e-12));
  }

  @Test
  void refusesAFillWhoseRateNobodyWroteDown() {
    List<JournalEntry> withoutRates =
        entries().stream().filter(entry -> !(entry instanceof JournalEntry.RateMarked)).toList();

    assertThatThrownBy(() -> read("silent", withoutRates))
        .hasMessage(
            "a tape must say what EUR is worth in USD before a fill of \"BTC-EUR\", but this one does"
                + " not; run the playbook again");
  }

  @Test
  void followsEachOrderToItsEnd() {
    assertThat(run.orders())
        .extracting(order -> order.outcome())
        .containsExactly(Outcome.FILLED, Outcome.FILLED, Outcome.REFUSED, Outcome.CANCELLED);
    assertThat(run.orders().get(0).filled()).isEqualTo(1);
    assertThat(run.orders().get(2).reason()).isEqualTo("too large");
    assertThat(run.orders().get(3).reason()).isEqualTo("asked for");
  }

  @Test
  void countsWhatPassedEachGate() {
    assertThat(run.funnel())
        .extracting(step -> step.count())
        // events, times asked, decisions, quorate, asked for, approved, fills, trades
        .containsExactly(42L, 2L, 1L, 1L, 4L, 3L, 2L, 1L);
    assertThat(run.refusals()).hasSize(1);
    assertThat(run.refusals().getFirst().rule()).isEqualTo("max_order_size");
  }

  @Test
  void drawsTheBarsAndHoldsThemAsTheBenchmark() {
    assertThat(run.prices().getFirst().size()).isEqualTo(4);
    assertThat(run.prices().getFirst().close(2)).isEqualTo(110.0);
    // 1,000 at a first close of 100.00 euros and 1.10 is worth 1,200 at 110.00 and 1.20.
    assertThat(run.track().benchmark().orElseThrow().last()).isCloseTo(1200, within(1e-9));
  }

  private static List<JournalEntry> entries() {
    Order buy = Order.market(1, 0, Side.BUY, 1, Purpose.TARGET_POSITION, MINUTE);
    Order sell = Order.market(2, 0, Side.SELL, 1, Purpose.TARGET_POSITION, 2 * MINUTE);
    Order large = Order.market(3, 0, Side.BUY, 99, Purpose.TARGET_POSITION, 2 * MINUTE);
    Order unlucky = Order.limit(4, 0, Side.BUY, 1, 1, Purpose.TARGET_POSITION, 2 * MINUTE);
    return List.of(
        rate(MINUTE, "1.10"),
        new JournalEntry.BarClosed(MINUTE, bar(0, 10_000)),
        new JournalEntry.EquityMarked(MINUTE, usd("1000"), usd("0")),
        new JournalEntry.DecisionTaken(MINUTE, decision()),
        new JournalEntry.OrderApproved(MINUTE, buy),
        new JournalEntry.OrderAccepted(MINUTE, 1),
        new JournalEntry.OrderFilled(MINUTE + 1, fill(1, Side.BUY, 10_000)),
        rate(3 * MINUTE, "1.20"),
        new JournalEntry.BarClosed(3 * MINUTE, bar(MINUTE, 10_000)),
        new JournalEntry.BarClosed(3 * MINUTE, bar(2 * MINUTE, 11_000)),
        new JournalEntry.EquityMarked(3 * MINUTE, usd("1011"), usd("121")),
        new JournalEntry.OrderApproved(3 * MINUTE, sell),
        new JournalEntry.OrderAccepted(3 * MINUTE, 2),
        new JournalEntry.OrderRefused(3 * MINUTE, large, "max_order_size", "too large"),
        new JournalEntry.OrderApproved(3 * MINUTE, unlucky),
        new JournalEntry.OrderFilled(3 * MINUTE, fill(2, Side.SELL, 11_000)),
        new JournalEntry.TradeClosed(3 * MINUTE, trade()),
        new JournalEntry.OrderCancelled(4 * MINUTE, 4, "asked for"),
        new JournalEntry.BarClosed(
            4 * MINUTE, bar(3 * MINUTE, 4 * MINUTE - 1, 11_000, BarFlags.UNFINISHED)),
        new JournalEntry.EquityMarked(4 * MINUTE, usd("1005.5"), usd("0")),
        new JournalEntry.RunFinished(4 * MINUTE, 42, usd("1005.5")));
  }

  private static Decision decision() {
    return new Decision(
        0,
        MINUTE,
        Verdict.ACT,
        1,
        0.9,
        1,
        List.of(
            new MemberOpinion("trend", 1, Opinion.of(1, 0.9, MINUTE, Rationale.of("it rises")))));
  }

  private static JournalEntry rate(long timeNs, String dollars) {
    return new JournalEntry.RateMarked(timeNs, Money.of("1", EUR), usd(dollars));
  }

  private static Bar bar(long startNs, long close) {
    return bar(startNs, startNs + MINUTE, close, 0);
  }

  private static Bar bar(long startNs, long endNs, long close, int flags) {
    return new Bar(
        0, Timeframe.ofMinutes(1), startNs, endNs, close, close, close, close, 3, 1, flags);
  }

  private static Fill fill(long order, Side side, long price) {
    Money zero = Money.zero(EUR);
    return new Fill(order, 0, MINUTE + 1, side, price, 1, Money.of("2", EUR), zero, zero);
  }

  private static RoundTrip trade() {
    Money zero = Money.zero(EUR);
    return new RoundTrip(
        0,
        Side.BUY,
        1,
        MINUTE + 1,
        3 * MINUTE,
        100,
        110,
        Money.of("10", EUR),
        Money.of("5", EUR),
        zero,
        zero,
        zero,
        Money.of("10", EUR));
  }

  private static Playbook playbook() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("name", "example");
    settings.put("capital", Map.of("amount", "1000", "rates", Map.of("EUR", "1.10")));
    settings.put("data", Map.of("instruments", List.of("BTC-EUR")));
    settings.put("council", Map.of("members", List.of("trend")));
    return Playbook.from(Settings.of(settings));
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
