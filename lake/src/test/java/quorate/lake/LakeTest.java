package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;
import quorate.domain.Instruments;
import quorate.lake.silver.RowKind;
import quorate.lake.store.LakeException;
import quorate.market.feed.Feed;

class LakeTest {
  /// Monday 2019-12-16, 15:00:00 UTC: the ES session is open.
  private static final long OPEN_MS = 1_576_508_400_000L;

  private static final String TRADES =
      "epoch_ms_utc,price,size\n"
          + OPEN_MS
          + ",3190.25,3\n"
          + OPEN_MS
          + ",3190.00,1\n"
          + (OPEN_MS + 5)
          + ",3190.50,2\n";

  @TempDir Path folder;
  private TestLake lake;

  @BeforeEach
  void begin() {
    lake = new TestLake(folder);
  }

  @Test
  void keepsTheReceivedBytesWithAReceipt() throws IOException {
    Path file = lake.input("es.csv", TRADES);

    IngestResult result = lake.ingest(TestLake.trades(), file);

    String sha12 = result.files().getFirst().checksum().substring(0, 12);
    Path bronze = lake.root().resolve("bronze/test/trades/date=2020-01-02/" + sha12);
    assertThat(bronze.resolve("es.csv")).hasContent(TRADES);
    assertThat(bronze.resolve("receipt.json"))
        .content()
        .contains("\"who\" : \"tester\"", "\"at\" : \"2020-01-02T03:04:05Z\"", sha12);
  }

  @Test
  void keepsTheOrderOfRowsWithEqualTimes() throws IOException {
    Path file = lake.input("es.csv", TRADES);

    lake.ingest(TestLake.trades(), file);

    assertThat(lake.trades("ESH0"))
        .containsExactly(OPEN_MS + " 319025×3", OPEN_MS + " 319000×1", (OPEN_MS + 5) + " 319050×2");
  }

  @Test
  void listsWhatItHolds() throws IOException {
    lake.ingest(TestLake.trades(), lake.input("es.csv", TRADES));

    List<Dataset> datasets = lake.open().datasets();

    assertThat(datasets).hasSize(1);
    Dataset trades = datasets.getFirst();
    assertThat(trades).hasToString("ESH0 trades of test/trades");
    assertThat(trades.rows()).isEqualTo(3);
    assertThat(trades.firstNs()).isEqualTo(OPEN_MS * 1_000_000);
    assertThat(trades.lastNs()).isEqualTo((OPEN_MS + 5) * 1_000_000);
    assertThat(trades.files().getFirst().path().toString())
        .contains("silver/trades/symbol=ESH0/year=2019/000001-");
  }

  @Test
  void changesNothingWhenTheSameComesAgain() throws IOException {
    Path file = lake.input("es.csv", TRADES);
    lake.ingest(TestLake.trades(), file);
    Map<String, String> before = lake.content();

    IngestResult again = lake.ingest(TestLake.trades(), file);

    assertThat(again.isAlreadyThere()).isTrue();
    assertThat(again.written()).isEmpty();
    assertThat(again.accepted()).isEqualTo(3);
    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void bringsAFileBackThatAWrongOneHides() throws IOException {
    Path right = lake.input("right.csv", TRADES);
    Path wrong = lake.input("wrong.csv", TRADES.replace("3190", "8190"));
    lake.ingest(TestLake.trades(), right);
    lake.ingest(TestLake.trades(), wrong);

    IngestResult back = lake.ingest(TestLake.trades(), right);
    IngestResult again = lake.ingest(TestLake.trades(), right);

    assertThat(back.files().getFirst().restored()).isEqualTo(3);
    assertThat(back.files().getFirst().hidden()).isEqualTo(3);
    assertThat(again.isAlreadyThere()).isTrue();
    assertThat(lake.trades("ESH0"))
        .containsExactly(OPEN_MS + " 319025×3", OPEN_MS + " 319000×1", (OPEN_MS + 5) + " 319050×2");
  }

  @Test
  void changesNothingWhenFilesThatOverlapComeAgainInTheirOrder() throws IOException {
    Path first = lake.input("first.csv", TRADES);
    Path second = lake.input("second.csv", TRADES.replace("3190.50,2", "3190.75,2"));
    lake.ingest(TestLake.trades(), first, second);
    Map<String, String> before = lake.content();

    IngestResult again = lake.ingest(TestLake.trades(), first, second);

    assertThat(again.isAlreadyThere()).isTrue();
    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void putsRejectedRowsIntoQuarantine() throws IOException {
    String broken = TRADES + (OPEN_MS + 9) + ",-1,2\n" + (OPEN_MS + 9) + ",3190.10,2\n";

    IngestResult result = lake.ingest(TestLake.trades(), lake.input("es.csv", broken));

    assertThat(result.read()).isEqualTo(5);
    assertThat(result.accepted()).isEqualTo(3);
    assertThat(result.quarantined()).isEqualTo(Map.of("negative", 1L, "off_grid", 1L));
    Path quarantine = result.files().getFirst().quarantine().orElseThrow();
    assertThat(Files.readAllLines(quarantine))
        .hasSize(3)
        .last()
        .asString()
        .startsWith("es.csv,,6,off_grid,")
        .endsWith((OPEN_MS + 9) + ",3190.10,2\"");
  }

  @Test
  void readsKeptBytesAgainWithACorrectedMapping() throws IOException {
    Path file = lake.input("es.csv", TRADES);
    lake.ingest(TestLake.mapping(Map.of("symbol", "NQH0")), file);

    IngestResult corrected = lake.ingest(TestLake.trades(), file);

    assertThat(corrected.written()).noneMatch(path -> path.startsWith("bronze/"));
    assertThat(lake.open().datasets()).extracting(Dataset::symbol).containsExactly("ESH0");
  }

  @Test
  void letsAChangedVersionOfAFileTakeItsPlace() throws IOException {
    lake.ingest(TestLake.trades(), lake.input("es.csv", TRADES));
    String corrected = TRADES.replace("3190.50,2", "3190.75,2");

    lake.ingest(TestLake.trades(), lake.input("es.csv", corrected));

    assertThat(lake.trades("ESH0")).hasSize(3).last().isEqualTo((OPEN_MS + 5) + " 319075×2");
  }

  @Test
  void keepsFilesOfOneNameThatHoldOtherInstruments() throws IOException {
    Path es = lake.input("es/trades.csv", TRADES);
    Path nq = lake.input("nq/trades.csv", TRADES.replace("3190", "8190"));

    lake.ingest(TestLake.trades(), es);
    lake.ingest(TestLake.mapping(Map.of("symbol", "NQH0")), nq);

    assertThat(lake.open().datasets()).extracting(Dataset::symbol).containsExactly("ESH0", "NQH0");
  }

  @Test
  void showsOverlappingBarsOnceAndTheLatestWins() throws IOException {
    String header = "start,open,high,low,close,volume\n";
    long start = OPEN_MS / 1000;
    String first = header + bar(start, "3190.00") + bar(start + 60, "3191.00");
    String second = header + bar(start + 60, "3192.00") + bar(start + 120, "3193.00");

    lake.ingest(TestLake.bars(), lake.input("a.csv", first));
    lake.ingest(TestLake.bars(), lake.input("b.csv", second));

    assertThat(lake.bars("ESH0"))
        .containsExactly(start + " 319000", (start + 60) + " 319200", (start + 120) + " 319300");
    Lake opened = lake.open();
    TapedDataset taped =
        opened.tape(
            opened.dataset("ESH0", RowKind.BARS, "1m"),
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            Progress.silent());
    assertThat(taped.events()).isEqualTo(3);
    assertThat(taped.hidden()).isEqualTo(1);
  }

  @Test
  void saysHowManyEarlierRowsNewOnesHide() throws IOException {
    String header = "start,open,high,low,close,volume\n";
    long start = OPEN_MS / 1000;
    lake.ingest(
        TestLake.bars(),
        lake.input("a.csv", header + bar(start, "3190.00") + bar(start + 60, "3191.00")));

    IngestResult second =
        lake.ingest(
            TestLake.bars(),
            lake.input("b.csv", header + bar(start + 60, "3192.00") + bar(start + 120, "3193.00")));
    IngestResult third =
        lake.ingest(TestLake.bars(), lake.input("c.csv", header + bar(start + 180, "3193.00")));

    assertThat(second.files().getFirst().hidden()).isEqualTo(1);
    assertThat(second.files().getFirst().replaced()).isZero();
    assertThat(third.files().getFirst().hidden()).isZero();
  }

  @Test
  void keepsFilesOfOneNameForOtherTimes() throws IOException {
    String later = TRADES.replace(String.valueOf(OPEN_MS).substring(0, 8), "15765948");

    lake.ingest(TestLake.trades(), lake.input("monday/es.csv", TRADES));
    IngestResult tuesday = lake.ingest(TestLake.trades(), lake.input("tuesday/es.csv", later));

    // 86,400 s after Monday 15:00 is Tuesday 15:00.
    assertThat(later).contains("1576594800000,3190.25");
    assertThat(tuesday.files().getFirst().replaced()).isZero();
    assertThat(lake.trades("ESH0")).hasSize(6);
  }

  @Test
  void letsAnEarlierVersionComeBack() throws IOException {
    Path first = lake.input("a/es.csv", TRADES);
    lake.ingest(TestLake.trades(), first);
    IngestResult second =
        lake.ingest(
            TestLake.trades(), lake.input("b/es.csv", TRADES.replace("3190.50,2", "3190.75,2")));

    IngestResult again = lake.ingest(TestLake.trades(), first);

    assertThat(second.files().getFirst().replaced()).isEqualTo(3);
    assertThat(again.isAlreadyThere()).isFalse();
    assertThat(lake.trades("ESH0")).hasSize(3).last().isEqualTo((OPEN_MS + 5) + " 319050×2");
  }

  @Test
  void replacesOnlyTheYearsThatAChangedVersionHolds() throws IOException {
    String header = "start,open,high,low,close,volume\n";
    long start = OPEN_MS / 1000;
    long nextYear = 1_578_322_800; // Monday 2020-01-06, 15:00 UTC
    String both = header + bar(start, "3190.00") + bar(nextYear, "3240.00");
    lake.ingest(TestLake.bars(), lake.input("es.csv", both));

    IngestResult changed =
        lake.ingest(TestLake.bars(), lake.input("es.csv", header + bar(nextYear, "3241.00")));

    assertThat(changed.files().getFirst().replaced()).isEqualTo(1);
    assertThat(lake.bars("ESH0")).containsExactly(start + " 319000", nextYear + " 324100");
  }

  @Test
  void goesOnPastFilesThatCannotBeReadAndTellsOfEach() throws IOException {
    Path bad = lake.input("bad.csv", "epoch_ms_utc,price,size\nyesterday,1,1\n");
    Path good = lake.input("good.csv", TRADES);
    Path missing = folder.resolve("missing.csv");
    List<String> heard = new ArrayList<>();
    FileNews news =
        new FileNews() {
          @Override
          public void taken(IngestResult.OneFile file) {
            heard.add("taken " + file.file().getFileName());
          }

          @Override
          public void refused(Path file, RuntimeException why) {
            heard.add("refused " + file.getFileName() + ": " + why.getMessage());
          }
        };

    IngestResult result =
        lake.open()
            .ingest(
                TestLake.request(TestLake.trades(), bad, missing, good), Progress.silent(), news);

    assertThat(result.files()).hasSize(1);
    assertThat(heard.get(0)).startsWith("refused bad.csv: ").contains("yesterday");
    assertThat(heard.get(1)).startsWith("refused missing.csv: input file must exist");
    assertThat(heard.get(2)).isEqualTo("taken good.csv");
    assertThat(lake.trades("ESH0")).hasSize(3);
  }

  @Test
  void findsTapesThatLostRows() throws IOException {
    lake.ingest(TestLake.trades(), lake.input("es.csv", TRADES));
    Lake opened = lake.open();
    Dataset dataset = opened.dataset("ESH0", RowKind.TRADES, "");
    TapedDataset taped = opened.tape(dataset, Long.MIN_VALUE, Long.MAX_VALUE, Progress.silent());
    TapedDataset promised =
        new TapedDataset(
            dataset, taped.tapes(), Long.MIN_VALUE, Long.MAX_VALUE, 4, 0, taped.checksum());
    EventCursor event = new EventCursor();

    try (Feed feed = promised.feed(Instruments.of(dataset.instrument()))) {
      assertThatThrownBy(
              () -> {
                while (feed.next(event)) {
                  assertThat(event.price).isPositive();
                }
              })
          .isInstanceOf(LakeException.class)
          .hasMessageContaining("must hold 4 rows, but hold 3; delete them in")
          .hasMessageContaining("they are made again");
    }
  }

  private static String bar(long start, String close) {
    return "%d,%s,%s,%s,%s,7\n".formatted(start, close, close, close, close);
  }

  @Test
  void namesTheUsersFileWhenItCannotBeRead() throws IOException {
    Path file = lake.input("es.csv", "epoch_ms_utc,price,size\nyesterday,1,1\n");

    assertThatThrownBy(() -> lake.ingest(TestLake.trades(), file))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("yesterday");
    assertThat(lake.content()).isEmpty();
  }

  @Test
  void saysWhichInputIsMissing() {
    assertThatThrownBy(() -> lake.ingest(TestLake.trades(), folder.resolve("none.csv")))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("input file must exist")
        .hasMessageContaining("none.csv");
  }

  @Test
  void saysWhatItHoldsWhenAskedForSomethingElse() throws IOException {
    lake.ingest(TestLake.trades(), lake.input("es.csv", TRADES));

    assertThatThrownBy(() -> lake.open().dataset("ESH0", RowKind.BARS, "1m"))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("1m bars of ESH0")
        .hasMessageContaining("ESH0 trades of test/trades");
  }

  @Test
  void keepsFinishedFilesWhenALaterOneIsUnreadable() throws IOException {
    Path good = lake.input("good.csv", TRADES);
    Path bad = lake.input("bad.csv", "epoch_ms_utc,price,size\nx,1,1\n");

    assertThatThrownBy(() -> lake.ingest(TestLake.trades(), good, bad))
        .hasMessageContaining("bad.csv");

    assertThat(lake.trades("ESH0")).hasSize(3);
    assertThat(lake.root().resolve(".staging")).isEmptyDirectory();
  }

  @Test
  void reportsProgressUpToTheTotal() throws IOException {
    Path file = lake.input("es.csv", TRADES);
    List<Long> heard = new ArrayList<>();

    lake.open()
        .ingest(
            TestLake.request(TestLake.trades(), file),
            (done, total) -> {
              assertThat(total).isEqualTo(TRADES.length());
              heard.add(done);
            });

    assertThat(heard).isSorted().last().isEqualTo((long) TRADES.length());
  }
}
