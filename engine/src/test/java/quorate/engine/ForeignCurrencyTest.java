package quorate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRefused;
import quorate.domain.JournalEntry.RateMarked;
import quorate.domain.settings.Settings;
import quorate.domain.settings.SettingsException;
import quorate.engine.Example.Recording;
import quorate.engine.playbook.Playbook;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;

/// A coin paid in euros, an account in dollars, and the pair that says what a euro is worth.
class ForeignCurrencyTest {
  private static final int PAIR = 1;
  private static final Instrument BTC_EUR =
      new Instrument(
          "BTC-EUR",
          "KRAKEN",
          "crypto",
          InstrumentKind.CRYPTO,
          1,
          1,
          BigDecimal.ONE,
          Currency.EUR,
          2,
          4,
          "CRYPTO_24_7");
  private static final Instrument EURUSD =
      new Instrument(
          "EURUSD",
          "FX",
          "fx",
          InstrumentKind.FX,
          1,
          1,
          BigDecimal.ONE,
          Currency.USD,
          5,
          0,
          "CRYPTO_24_7");
  private static final int MINUTES = 1_000;
  private static final int PAIR_TRADES_IN = 600;

  private final Recording tape = new Recording();

  @Test
  void holdsAndSaysSoUntilTheCurrencyHasARate() {
    RunResult result =
        session(Map.of("EUR", "EURUSD"))
            .run(feed(), Example.inputs(MINUTES), tape, Progress.none());

    long known = Example.START + PAIR_TRADES_IN * Example.MINUTE;
    assertThat(result.fills()).isPositive();
    assertThat(tape.of(OrderRefused.class))
        .isNotEmpty()
        .allSatisfy(refused -> assertThat(refused.rule()).isEqualTo("rate_known"))
        .allSatisfy(refused -> assertThat(refused.timeNs()).isLessThan(known));
    assertThat(tape.of(OrderFilled.class))
        .allSatisfy(filled -> assertThat(filled.timeNs()).isGreaterThan(known));
  }

  @Test
  void refusesARateThatIsNeitherANumberNorAnInstrument() {
    assertThatThrownBy(() ->
            session(Map.of("EUR", "EURUDS"))
                .run(feed(), Example.inputs(MINUTES), tape, Progress.none()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "capital.rates.EUR must be a number or an instrument of the playbook, but was \"EURUDS\"");
  }

  @Test
  void writesTheLedgersRateDownBeforeWhatNeedsIt() {
    RunResult result =
        session(Map.of("EUR", "EURUSD"))
            .run(feed(), Example.inputs(MINUTES), tape, Progress.none());

    // The pair trades once, at 1.10, so there is one rate to know.
    assertThat(tape.of(RateMarked.class)).hasSize(1);
    assertThat(tape.of(RateMarked.class).getFirst().rate()).isEqualTo(1.1);
    assertThat(tape.of(RateMarked.class).getFirst().amount().currency()).isEqualTo(Currency.EUR);
    assertThat(result.fills()).isPositive();
    assertThat(tape.entries.indexOf(tape.of(RateMarked.class).getFirst()))
        .isLessThan(tape.entries.indexOf(tape.of(OrderFilled.class).getFirst()));
  }

  @Test
  void refusesACurrencyThatWillNeverHaveARate() {
    assertThatThrownBy(() -> session(Map.of()))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "capital.rates must say what EUR is worth in USD, a number or a symbol such as"
                + " {EUR: EURUSD}, because \"BTC-EUR\" is paid in it");
  }

  private static BacktestSession session(Map<String, Object> rates) {
    Map<String, Object> settings = Example.settings();
    settings.put("data", Map.of("instruments", List.of("BTC-EUR", "EURUSD")));
    settings.put("capital", Map.of("amount", "100000", "rates", rates));
    return BacktestSession.of(
        Playbook.from(Settings.of(settings)),
        Instruments.of(BTC_EUR, EURUSD),
        AgentCatalogue.of(Path.of("none")),
        Calendars::named);
  }

  /// The walk of the coin, and one trade of the pair in the middle.
  private static Feed feed() {
    Feed walk = Example.walk(MINUTES);
    return new Feed() {
      private int done;

      @Override
      public boolean next(EventCursor into) {
        if (done++ == PAIR_TRADES_IN) {
          into.trade(PAIR, Example.START + PAIR_TRADES_IN * Example.MINUTE, 110_000, 1);
          return true;
        }
        return walk.next(into);
      }

      @Override
      public void close() {
        walk.close();
      }
    };
  }
}
