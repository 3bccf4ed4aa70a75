package quorate.research.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.agents.catalogue.AgentCatalogue;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.settings.Settings;
import quorate.engine.BacktestSession;
import quorate.engine.Progress;
import quorate.engine.playbook.Playbook;
import quorate.engine.run.Manifest;
import quorate.engine.run.RunFolder;
import quorate.market.calendar.Calendars;
import quorate.market.feed.Feed;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeWriter;
import quorate.research.performance.Metric;
import quorate.research.performance.Performance;
import quorate.research.performance.PerformanceSettings;

/// Whole runs of two coins whose hourly bars close at the same instants, one after the other.
///
/// Both rise by 1 an hour for 100 hours and fall by 1 an hour for another 100; and at every hour
/// the one jumps up by 100 where the other falls by 100. Who holds 50 of each feels no jump.
class PairRunTest {
  private static final long HOUR = 3_600_000_000_000L;
  private static final int HOURS = 200;

  /// 2024-01-01 00:00 UTC.
  private static final long START = 1_704_067_200_000_000_000L;

  private static final Instruments PAIR = Instruments.of(coin("BTC-USD"), coin("ETH-USD"));

  @TempDir Path runs;

  @Test
  void beginsWhereTheEarliestInstrumentDoesWhicheverIsListedFirst() {
    int late = 120;

    RecordedRun run = run(late);

    assertThat(run.track().equity().firstTimeNs()).isEqualTo(START);
    assertThat(run.track().equity().initial()).isEqualTo(100_000);
    assertThat(run.prices().getFirst().endNs(0)).isEqualTo(START + (late + 1) * HOUR);
  }

  /// Between the two bars of an hour the account seems to gain or lose 50 · 100, which is 5 %.
  @Test
  void feelsNoJumpThatTheOtherInstrumentUndoes() {
    RecordedRun run = run(0);

    // Bought at the close of the twelfth bar, 1,011 without jumps, and at the peak of 1,100 worth
    // 100 · 89 more. Five hours after the peak the mean of 4 closes, 3.5 below it, is for the first
    // time below that of 12, (1+…+5 + 1+…+6)/12 = 3 below it: by then 100 · 5 is lost.
    Performance performance = Performance.of(run.track(), PerformanceSettings.defaults());
    assertThat(performance.value(Metric.MAXIMUM_DRAWDOWN).orElseThrow())
        .isCloseTo(500.0 / 108_900, within(1e-9));
    assertThat(run.refusals()).isEmpty();
    // Two buy; then each sells what it has and as much again, at once.
    assertThat(run.fills())
        .extracting(fill -> (fill.timeNs() - START) / HOUR)
        .containsExactly(13L, 13L, 107L, 107L, 107L, 107L);
    assertThat(run.track().equity().size()).isEqualTo(1 + HOURS);
  }

  private RecordedRun run(int firstHour) {
    List<InputReferenced> inputs = List.of(input("BTC-USD", firstHour), input("ETH-USD", 0));
    RunFolder folder =
        RunFolder.begin(
            runs, "pair", Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC));
    folder.write(new Manifest(folder.id(), "pair", "now", "c", "s", Map.of(), inputs));
    try (TapeWriter tape = TapeWriter.record(folder.tape(), TapeHeader.of(PAIR));
        Feed feed = new Jumps(firstHour)) {
      BacktestSession.of(playbook(), PAIR, AgentCatalogue.of(Path.of("none")), Calendars::named)
          .run(feed, inputs, tape, Progress.none());
    }
    return RecordedRun.read(folder, playbook(), Calendars::named);
  }

  private static InputReferenced input(String symbol, int firstHour) {
    return new InputReferenced(
        START, symbol, "da7a", START + firstHour * HOUR, START + HOURS * HOUR, HOURS - firstHour);
  }

  /// Always long or short by two averages of an even number of bars, which the jumps cancel out of.
  private static Playbook playbook() {
    Map<String, Object> settings = new TreeMap<>();
    settings.put("name", "pair");
    settings.put("capital", Map.of("amount", "100000"));
    settings.put(
        "data",
        Map.of("instruments", List.of("BTC-USD", "ETH-USD"), "kind", "bars", "timeframe", "1h"));
    Map<String, Object> crossing =
        Map.of("fast", "4", "slow", "12", "adx_threshold", "0", "confidence", "fixed");
    Map<String, Object> member = Map.of("name", "cross", "agent", "trend", "parameters", crossing);
    settings.put(
        "council", Map.of("timeframe", "1h", "confidence", "0", "members", List.of(member)));
    settings.put("allocation", Map.of("method", "fixed", "size", "50"));
    settings.put(
        "risk",
        Map.of(
            "max_order_size",
            "100",
            "max_position_size",
            "50",
            "max_daily_drawdown",
            "1",
            "max_drawdown",
            "0.03"));
    settings.put(
        "execution",
        Map.of(
            "participation",
            "unlimited",
            "spread_ticks",
            "0",
            "slippage_ticks",
            "0",
            "commission",
            Map.of("basis_points", "0")));
    return Playbook.from(Settings.of(settings));
  }

  private static Instrument coin(String symbol) {
    return new Instrument(
        symbol,
        "TEST",
        "crypto",
        InstrumentKind.CRYPTO,
        1,
        1,
        BigDecimal.ONE,
        Currency.USD,
        0,
        0,
        "CRYPTO_24_7");
  }

  /// The hourly bars of both, the first coin's of an hour before the second's.
  private static final class Jumps implements Feed {
    private final int firstHour;
    private int hour;
    private int coin;

    Jumps(int firstHour) {
      this.firstHour = firstHour;
      this.coin = firstHour == 0 ? 0 : 1;
    }

    @Override
    public boolean next(EventCursor into) {
      if (hour == HOURS) {
        return false;
      }
      long open = price(coin, hour - 1);
      long close = price(coin, hour);
      into.bar(
          coin,
          START + hour * HOUR,
          START + (hour + 1) * HOUR,
          open,
          Math.max(open, close),
          Math.min(open, close),
          close,
          1_000);
      if (coin == 1) {
        hour++;
      }
      coin = coin == 1 && hour >= firstHour ? 0 : 1;
      return true;
    }

    private static long price(int coin, int hour) {
      int drift = HOURS / 2 - Math.abs(hour - HOURS / 2);
      int jump = (hour + coin) % 2 == 0 ? -50 : 50;
      return 1_000L + drift + jump;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
