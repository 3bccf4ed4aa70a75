package quorate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.domain.BarFlags;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.BarClosed;
import quorate.domain.JournalEntry.EquityMarked;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.Money;
import quorate.domain.settings.Settings;
import quorate.engine.Example.Recording;
import quorate.engine.playbook.Playbook;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;

/// What belongs to a session and what to the next. ES trades from 18:00 to 17:00 New York: on 10
/// January 2024 it closes at 22:00 UTC and opens again at 23:00. A point is worth 50 dollars.
class SessionEndTest {
  private static final long MINUTE = Example.MINUTE;
  private static final long CLOSE = nanos("2024-01-10T22:00:00Z");
  private static final long REOPEN = CLOSE + 60 * MINUTE;
  private static final Instrument ES =
      new Instrument(
          "ES",
          "XCME",
          "index",
          InstrumentKind.FUTURE,
          25,
          1,
          BigDecimal.valueOf(50),
          Currency.USD,
          2,
          0,
          "CME_EQUITY_INDEX");

  private final List<Consumer<EventCursor>> events = new ArrayList<>();
  private final Recording tape = new Recording();

  @Test
  void countsABarThatEndsAtTheCloseToTheSessionThatItCloses() {
    risingMinutesUpToTheClose();

    RunResult result = run(ES);

    assertThat(result.holdings().position(0).quantity()).isEqualTo(1);
    assertThat(result.holdings().equity().toDouble()).isGreaterThan(100_000);
    assertThat(result.holdings().sessionStartEquity()).isEqualTo(usd("100000"));
  }

  @Test
  void countsTheDaysLossFromTheLastPriceOfTheSessionBefore() {
    risingMinutesUpToTheClose();
    bar(0, REOPEN, 400_000);

    RunResult result = run(ES);

    // One contract loses 60 points overnight, from 4,060 to 4,000: 3,000 dollars of some 100,000.
    assertThat(result.holdings().sessionStartEquity()).isEqualTo(equityAt(CLOSE));
    assertThat(result.holdings().sessionLoss()).isBetween(0.029, 0.031);
  }

  @Test
  void marksTheEquityOfASessionsEndAtItsLastPrice() {
    for (int minute = 60; minute > 0; minute--) {
      trade(0, CLOSE - minute * MINUTE, 406_000 - minute * 100);
    }
    trade(0, REOPEN, 300_000);

    run(ES);

    // Bought once, still held: what it is worth at 4,059.00, the last trade before the close.
    assertThat(tape.of(OrderFilled.class)).hasSizeGreaterThan(0);
    var fill = tape.of(OrderFilled.class).getFirst().fill();
    assertThat(equityAt(CLOSE))
        .isEqualTo(
            usd("100000")
                .plus(Money.ofUnits((405_900 - fill.price()) * 50 * Money.ONE / 100, Currency.USD))
                .minus(fill.commission()));
  }

  @Test
  void marksASessionsEndOnceWhereABarHasJustDoneSo() {
    risingMinutesUpToTheClose();
    bar(0, REOPEN, 406_000);

    run(ES);

    assertThat(tape.of(EquityMarked.class)).filteredOn(mark -> mark.timeNs() == CLOSE).hasSize(1);
  }

  @Test
  void endsASessionOnTheFirstLaterEventOfAnyInstrument() {
    risingMinutesUpToTheClose();
    bar(1, CLOSE + MINUTE, 100_000);

    RunResult result = run(ES, Example.BTC);

    assertThat(result.holdings().sessionStartEquity()).isEqualTo(equityAt(CLOSE));
  }

  @Test
  void waitsForTheLastBarOfASessionWhenAnotherInstrumentIsAtItsEnd() {
    risingMinutesUpToTheClose();
    // The other market's minute ends at the close too, and comes before the last of ES.
    Consumer<EventCursor> last = events.removeLast();
    bar(1, CLOSE - MINUTE, 100_000);
    events.add(last);
    bar(1, CLOSE + MINUTE, 100_000);

    RunResult result = run(ES, Example.BTC);

    assertThat(result.holdings().sessionStartEquity()).isEqualTo(equityAt(CLOSE));
    assertThat(result.holdings().sessionLoss()).isZero();
  }

  @Test
  void settlesWhatIsOpenAtTheEndOfTheStream() {
    risingMinutesUpToTheClose();
    events.removeLast();

    RunResult result = run(ES);

    // A future's profit is cash once it is settled, and the account is worth its cash.
    assertThat(result.holdings().position(0).quantity()).isEqualTo(1);
    assertThat(result.holdings().cash()).containsExactly(result.holdings().equity());
  }

  @Test
  void endsAnUnfinishedBarWithTheLastEvent() {
    trade(0, CLOSE - 3 * MINUTE, 400_000);
    trade(0, CLOSE - 2 * MINUTE - MINUTE / 2, 400_000);

    run(ES);

    var bar = tape.of(BarClosed.class).getFirst().bar();
    assertThat(bar.isFlagged(BarFlags.UNFINISHED)).isTrue();
    assertThat(bar.endNs()).isEqualTo(CLOSE - 2 * MINUTE - MINUTE / 2);
  }

  /// An hour of minute bars that rises by a point each and ends at the close at 4,060.00.
  private void risingMinutesUpToTheClose() {
    for (int minute = 60; minute > 0; minute--) {
      bar(0, CLOSE - minute * MINUTE, 406_000 - (minute - 1) * 100);
    }
  }

  private void bar(int instrument, long startNs, long price) {
    events.add(event ->
        event.bar(instrument, startNs, startNs + MINUTE, price, price, price, price, 1_000));
  }

  private void trade(int instrument, long timeNs, long price) {
    events.add(event -> event.trade(instrument, timeNs, price, 1_000));
  }

  private Money equityAt(long timeNs) {
    return tape.of(EquityMarked.class).stream()
        .filter(mark -> mark.timeNs() == timeNs)
        .toList()
        .getLast()
        .equity();
  }

  private RunResult run(Instrument... instruments) {
    Map<String, Object> settings = Example.settings();
    settings.put(
        "data", Map.of("instruments", Arrays.stream(instruments).map(Instrument::symbol).toList()));
    settings.put("council", Example.crossing("1m", 2, 3));
    settings.put("allocation", Map.of("method", "fixed", "size", "1"));
    settings.put("risk", Map.of("max_leverage", "10"));
    Playbook playbook = Playbook.from(Settings.of(settings));
    return BacktestSession.of(
            playbook,
            Instruments.of(instruments),
            AgentCatalogue.of(Path.of("none")),
            Calendars::named)
        .run(feed(), Example.inputs(10), tape, Progress.none());
  }

  private Feed feed() {
    return new Feed() {
      private int done;

      @Override
      public boolean next(EventCursor into) {
        if (done == events.size()) {
          return false;
        }
        events.get(done++).accept(into);
        return true;
      }

      @Override
      public void close() {
        // Nothing is open.
      }
    };
  }

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }

  private static Money usd(String amount) {
    return Money.of(amount, Currency.USD);
  }
}
