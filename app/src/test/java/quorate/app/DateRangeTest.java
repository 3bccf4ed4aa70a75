package quorate.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.JournalEntry.BarClosed;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.JournalEntry.RunFinished;
import quorate.market.tape.TapeReader;

/// `data.from` and `data.to` are session dates. BTC-USD trades by UTC days; in the FX week the
/// session of a date opens at 17:00 New York on the day before, which in January is 22:00 UTC.
class DateRangeTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration HOUR = Duration.ofHours(1);

  /// Wednesday to Friday.
  private static final String DATES = "from: 2024-01-10, to: 2024-01-12";

  @TempDir Path folder;

  @Test
  void takesTheDailyBarsOfTheDatesWhereDaysTouch() throws IOException {
    Workbench bench = bench("BTC-USD", "1d", "2024-01-01T00:00:00Z", DAY, 30);

    List<Instant> starts = run(bench, DATES);

    assertThat(starts)
        .containsExactly(
            Instant.parse("2024-01-10T00:00:00Z"),
            Instant.parse("2024-01-11T00:00:00Z"),
            Instant.parse("2024-01-12T00:00:00Z"));
    assertThat(input(bench).events()).isEqualTo(3);
  }

  @Test
  void takesTheHourlyBarsOfTheDatesWhereDaysTouch() throws IOException {
    Workbench bench = bench("BTC-USD", "1h", "2024-01-08T00:00:00Z", HOUR, 7 * 24);

    List<Instant> starts = run(bench, DATES);

    assertThat(starts)
        .hasSize(72)
        .startsWith(Instant.parse("2024-01-10T00:00:00Z"))
        .endsWith(Instant.parse("2024-01-12T23:00:00Z"));
  }

  @Test
  void takesTheDailyBarsOfTheDatesInTheFxWeek() throws IOException {
    // Sunday 7 January, 22:00 UTC, opens Monday's session; five of them.
    Workbench bench = bench("EURUSD", "1d", "2024-01-07T22:00:00Z", DAY, 5);

    List<Instant> starts = run(bench, DATES);

    assertThat(starts)
        .containsExactly(
            Instant.parse("2024-01-09T22:00:00Z"),
            Instant.parse("2024-01-10T22:00:00Z"),
            Instant.parse("2024-01-11T22:00:00Z"));
  }

  @Test
  void takesTheHourlyBarsOfTheDatesInTheFxWeek() throws IOException {
    Workbench bench = bench("EURUSD", "1h", "2024-01-07T22:00:00Z", HOUR, 5 * 24);

    List<Instant> starts = run(bench, "from: 2024-01-10, to: 2024-01-11");

    assertThat(starts)
        .hasSize(48)
        .startsWith(Instant.parse("2024-01-09T22:00:00Z"))
        .endsWith(Instant.parse("2024-01-11T21:00:00Z"));
  }

  @Test
  void endsTheRunWithItsLastEvent() throws IOException {
    Workbench bench = bench("BTC-USD", "1d", "2024-01-01T00:00:00Z", DAY, 12);
    // Nothing until the first of November: the event behind the range lies months away.
    ingest(bench, "november.csv", "2024-11-01T00:00:00Z", DAY, 3);

    run(bench, DATES);

    assertThat(last(bench).timeNs())
        .isEqualTo(nanos("2024-01-13T00:00:00Z"))
        .isEqualTo(input(bench).toNs());
    assertThat(last(bench).events()).isEqualTo(3);
  }

  @Test
  void repeatsARunAfterOtherDatesWereIngested() throws IOException {
    Workbench bench = bench("BTC-USD", "1d", "2024-01-01T00:00:00Z", DAY, 30);
    run(bench, DATES);

    ingest(bench, "june.csv", "2024-06-01T00:00:00Z", DAY, 30);
    CommandLineSession replay = bench.run("replay");

    assertThat(replay.out()).contains("repeats bit for bit");
    assertThat(replay.exitCode()).isZero();
  }

  @Test
  void repeatsARunOverEverythingAfterTheLakeHasGrownAtBothEnds() throws IOException {
    Workbench bench = bench("BTC-USD", "1h", "2024-03-01T00:00:00Z", HOUR, 240);
    run(bench, "");

    ingest(bench, "before.csv", "2024-02-20T00:00:00Z", HOUR, 240);
    ingest(bench, "after.csv", "2024-03-11T00:00:00Z", HOUR, 240);
    CommandLineSession replay = bench.run("replay");

    assertThat(replay.out()).contains("repeats bit for bit");
  }

  @Test
  void saysWhichEventsAreOthersThanTheRunHasRead() throws IOException {
    Workbench bench = bench("BTC-USD", "1d", "2024-01-01T00:00:00Z", DAY, 30);
    run(bench, DATES);

    ingest(bench, "correction.csv", "2024-01-11T00:00:00Z", DAY, 1);
    CommandLineSession replay = bench.run("replay");

    assertThat(replay.exitCode()).isEqualTo(1);
    assertThat(replay.err())
        .contains(
            "BTC-USD 1d bars of vendor/bars from 2024-01-10T00:00:00Z to 2024-01-13T00:00:00Z")
        .contains("some of the 3 events have other values now (checksum ");
  }

  /// A bench whose lake holds bars.
  private Workbench bench(String symbol, String timeframe, String from, Duration step, int bars)
      throws IOException {
    Workbench bench = new Workbench(folder);
    Files.delete(bench.at("mappings/vendor.yaml"));
    bench.write(
        "mappings/bars.yaml",
        """
        source: vendor
        dataset: bars
        kind: bars
        files: "*.csv"
        instrument: {symbol: %s}
        time: {column: start, form: epoch_s}
        bars: {timeframe: %s}
        """
            .formatted(symbol, timeframe));
    bench.write(
        "playbooks/bars.yaml",
        """
        name: bars
        data: {instruments: [%1$s], kind: bars, timeframe: %2$s}
        council: {timeframe: %2$s, members: [trend]}
        allocation: {method: fixed, size: 1}
        """
            .formatted(symbol, timeframe));
    ingest(bench, "first.csv", from, step, bars);
    return bench;
  }

  private static void ingest(Workbench bench, String name, String from, Duration step, int bars)
      throws IOException {
    StringBuilder rows = new StringBuilder("start,open,high,low,close,volume\n");
    long startS = Instant.parse(from).getEpochSecond();
    for (int i = 0; i < bars; i++) {
      rows.append(startS + i * step.toSeconds())
          .append(",1.0%1$d,1.0%1$d,1.0%1$d,1.0%1$d,5\n".formatted(1 + i % 7));
    }
    CommandLineSession ingest = bench.run("ingest", bench.write(name, rows.toString()).toString());
    assertThat(ingest.exitCode()).as(ingest.err() + ingest.out()).isZero();
  }

  /// Runs the playbook over the dates.
  ///
  /// @return where the bars begin that the council decided on
  private static List<Instant> run(Workbench bench, String dates) throws IOException {
    Path playbook = bench.at("playbooks/bars.yaml");
    String text = Files.readString(playbook);
    Files.writeString(
        playbook, dates.isEmpty() ? text : text.replaceFirst("kind: bars", "kind: bars, " + dates));
    CommandLineSession run = bench.run("backtest", "bars");
    assertThat(run.exitCode()).as(run.err() + run.out()).isZero();
    List<Instant> starts = new ArrayList<>();
    for (BarClosed closed : entries(bench, BarClosed.class)) {
      starts.add(Instant.EPOCH.plusNanos(closed.bar().startNs()));
    }
    return starts;
  }

  private static InputReferenced input(Workbench bench) {
    return entries(bench, InputReferenced.class).getFirst();
  }

  private static RunFinished last(Workbench bench) {
    return entries(bench, RunFinished.class).getFirst();
  }

  private static <E> List<E> entries(Workbench bench, Class<E> kind) {
    List<E> found = new ArrayList<>();
    try (TapeReader tape = TapeReader.open(bench.runs().getFirst().resolve("run.tape"))) {
      while (tape.next()) {
        if (!tape.isEvent() && kind.isInstance(tape.journal())) {
          found.add(kind.cast(tape.journal()));
        }
      }
    }
    return found;
  }

  private static long nanos(String instant) {
    return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
  }
}
