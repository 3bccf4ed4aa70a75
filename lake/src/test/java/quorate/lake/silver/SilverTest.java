package quorate.lake.silver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.lake.store.SilverPart;

class SilverTest {
  private static final long NEW_YEAR_2020_NS = 1_577_836_800_000_000_000L;
  private static final Instrument ES =
      new Instrument(
          "ESH0",
          "XCME",
          "equity-index",
          InstrumentKind.FUTURE,
          25,
          1,
          BigDecimal.valueOf(50),
          Currency.USD,
          2,
          0,
          "CME_EQUITY_INDEX");

  @TempDir Path folder;
  private DuckDb database;
  private int writers;

  @BeforeEach
  void open() throws IOException {
    database = DuckDb.open(new DuckDbSettings(128, 1, folder.resolve("spill")));
  }

  @AfterEach
  void close() throws IOException {
    database.close();
  }

  private interface Adding {
    void to(SilverWriter writer, EventCursor event) throws IOException;
  }

  /// Writes what `adding` adds and gives the files.
  private List<SilverFile> write(RowKind kind, long commit, Adding adding) throws IOException {
    Path scratch = Files.createDirectories(folder.resolve("scratch-" + writers++));
    SilverWriter writer = new SilverWriter(kind, scratch);
    adding.to(writer, new EventCursor());
    Map<String, SilverPart> parts =
        writer.write(
            database,
            "%06d-abc".formatted(commit),
            number -> ES,
            kind == RowKind.BARS ? "1m" : "",
            Map.of("sha256", "abc"),
            path -> {
              Path file = folder.resolve(path);
              Files.createDirectories(file.getParent());
              return file;
            },
            () -> false);
    List<SilverFile> files = new ArrayList<>();
    parts.forEach(
        (path, part) -> files.add(new SilverFile(folder.resolve(path), commit, "sum", part)));
    return files;
  }

  private List<EventCursor> read(RowKind kind, List<SilverFile> files, long from, long to)
      throws IOException {
    List<EventCursor> events = new ArrayList<>();
    EventCursor event = new EventCursor();
    try (SilverReader.Reading reading = new SilverReader(database, kind, files).read(from, to)) {
      while (reading.next(3, event)) {
        EventCursor copy = new EventCursor();
        copy.copyFrom(event);
        events.add(copy);
      }
    }
    return events;
  }

  @Test
  void givesBackEveryFieldOfEveryKind() {
    ForAll.cases(
        20,
        7,
        chance -> {
          EventCursor event = new EventCursor();
          long time = chance.nextLong(4_000_000_000_000_000_000L);
          switch (chance.nextInt(3)) {
            case 0 -> event.trade(3, time, chance.nextLong(), chance.nextLong());
            case 1 ->
                event.quote(
                    3,
                    time,
                    chance.nextLong(),
                    chance.nextLong(),
                    chance.nextLong(),
                    chance.nextLong());
            default ->
                event.bar(
                    3,
                    time - 60,
                    time,
                    chance.nextLong(),
                    chance.nextLong(),
                    chance.nextLong(),
                    chance.nextLong(),
                    chance.nextLong());
          }
          event.flags = chance.nextInt(1 << 12);
          return event;
        },
        event -> {
          RowKind kind =
              switch (event.kind) {
                case TRADE -> RowKind.TRADES;
                case QUOTE -> RowKind.QUOTES;
                case BAR -> RowKind.BARS;
              };
          try {
            List<SilverFile> files = write(kind, 1, (writer, _) -> writer.add(event));
            List<EventCursor> back = read(kind, files, Long.MIN_VALUE, Long.MAX_VALUE);
            assertThat(back).singleElement().usingRecursiveComparison().isEqualTo(event);
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void filesRowsByYear() throws IOException {
    List<SilverFile> files =
        write(
            RowKind.TRADES,
            1,
            (writer, event) -> {
              for (int i = -2; i < 3; i++) {
                event.trade(0, NEW_YEAR_2020_NS + i, 100, 1);
                writer.add(event);
              }
            });

    assertThat(files).extracting(file -> file.part().year()).containsExactly(2019, 2020);
    assertThat(files).extracting(file -> file.part().rows()).containsExactly(2L, 3L);
  }

  @Test
  void filesABarByItsStart() throws IOException {
    List<SilverFile> files =
        write(
            RowKind.BARS,
            1,
            (writer, event) -> {
              event.bar(0, NEW_YEAR_2020_NS - 60, NEW_YEAR_2020_NS, 1, 1, 1, 1, 1);
              writer.add(event);
            });

    assertThat(files).singleElement().extracting(file -> file.part().year()).isEqualTo(2019);
  }

  @Test
  void sortsByTimeAndKeepsEqualTimesAsTheyCame() throws IOException {
    Philox chance = Philox.seeded(5);
    List<SilverFile> files =
        write(
            RowKind.TRADES,
            1,
            (writer, event) -> {
              for (int i = 0; i < 10_000; i++) {
                event.trade(0, chance.nextLong(100), i, 1);
                writer.add(event);
              }
            });

    List<EventCursor> events = read(RowKind.TRADES, files, Long.MIN_VALUE, Long.MAX_VALUE);

    assertThat(events).hasSize(10_000);
    for (int i = 1; i < events.size(); i++) {
      EventCursor before = events.get(i - 1);
      EventCursor after = events.get(i);
      assertThat(
              before.timeNs < after.timeNs
                  || (before.timeNs == after.timeNs && before.price < after.price))
          .as("row %d", i)
          .isTrue();
    }
  }

  @Test
  void readsAStretchOfTime() throws IOException {
    List<SilverFile> files = trades(1, 0, 100);

    List<EventCursor> events = read(RowKind.TRADES, files, 10, 13);

    assertThat(events).extracting(event -> event.timeNs).containsExactly(10L, 11L, 12L);
  }

  /// Trades of one lot at every nanosecond in `[from, to)`, priced by their commit.
  private List<SilverFile> trades(long commit, long from, long to) throws IOException {
    return write(
        RowKind.TRADES,
        commit,
        (writer, event) -> {
          for (long time = from; time < to; time++) {
            event.trade(0, time, commit, 1);
            writer.add(event);
          }
        });
  }

  @Test
  void readsAnOlderFileOnlyOutsideANewerOne() throws IOException {
    List<SilverFile> files = new ArrayList<>(trades(1, 0, 10));
    files.addAll(trades(2, 8, 12));

    List<EventCursor> events = read(RowKind.TRADES, files, Long.MIN_VALUE, Long.MAX_VALUE);
    SilverReader.Count count =
        new SilverReader(database, RowKind.TRADES, files).count(Long.MIN_VALUE, Long.MAX_VALUE);

    assertThat(events)
        .extracting(event -> event.price)
        .containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 2L, 2L, 2L, 2L);
    assertThat(count).isEqualTo(new SilverReader.Count(12, 2));
  }

  @Test
  void joinsFilesThatMeetInOneInstant() throws IOException {
    List<SilverFile> files = new ArrayList<>(trades(1, 0, 10));
    files.addAll(trades(2, 9, 12));

    List<EventCursor> events = read(RowKind.TRADES, files, Long.MIN_VALUE, Long.MAX_VALUE);

    assertThat(events).hasSize(13);
  }

  @Test
  void namesFoldersThatEverySystemCanKeep() {
    assertThat(SilverWriter.folderOf("BTC-USD")).isEqualTo("BTC-USD");
    assertThat(SilverWriter.folderOf("BTC/USD")).isEqualTo("BTC%2FUSD");
    assertThat(SilverWriter.folderOf("..")).isEqualTo("%2E.");
  }
}
