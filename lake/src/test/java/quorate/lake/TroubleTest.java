package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.property.CtrlC;
import quorate.lake.duckdb.Column;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.lake.store.Disk;
import quorate.lake.store.LakeException;
import quorate.lake.store.LakeException.Problem;
import quorate.lake.store.WriterLock;

/// Ingests that cannot finish and leave the lake as it was.
class TroubleTest {
  private static final String TRADES =
      "epoch_ms_utc,price,size\n" + "1576508400000,3190.25,3\n".repeat(20_000);

  @TempDir Path folder;
  private TestLake lake;
  private Path file;
  private Map<String, String> before;

  @BeforeEach
  void begin() throws IOException {
    lake = new TestLake(folder);
    lake.ingest(
        TestLake.trades(),
        lake.input("first.csv", "epoch_ms_utc,price,size\n1576508400000,3190.25,3\n"));
    before = lake.content();
    file = lake.input("es.csv", TRADES);
  }

  /// A disk with room for so many bytes.
  private static Disk fullAfter(long bytes) {
    long[] room = {bytes};
    return path ->
        new FilterOutputStream(Disk.local().create(path)) {
          @Override
          public void write(byte[] from, int at, int count) throws IOException {
            room[0] -= count;
            if (room[0] < 0) {
              throw new IOException("No space left on device");
            }
            out.write(from, at, count);
          }
        };
  }

  @Test
  void saysThatTheDiskIsFullAndChangesNothing() throws IOException {
    Lake full = lake.open(fullAfter(100_000));

    assertThatThrownBy(
            () -> full.ingest(TestLake.request(TestLake.trades(), file), Progress.silent()))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.problem()).isEqualTo(Problem.FULL))
        .hasMessageContaining("needs more room than the disk has")
        .hasMessageContaining("nothing was changed");

    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void findsRoomMissingInTheQuarantineToo() throws IOException {
    Path broken = lake.input("broken.csv", TRADES + "1576508400000,-1,3\n".repeat(20_000));
    long bronze = Files.size(broken);
    Lake full = lake.open(fullAfter(bronze + 2_000));

    assertThatThrownBy(
            () -> full.ingest(TestLake.request(TestLake.trades(), broken), Progress.silent()))
        .hasMessageContaining("needs more room than the disk has");

    assertThat(lake.content()).isEqualTo(before);
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  @Test
  @EnabledIf("hasFullDevice")
  void understandsTheDatabaseWhenTheDiskIsFull() throws IOException {
    DuckDbSettings settings = new DuckDbSettings(64, 1, folder.resolve("spill"));
    int[] batches = {100};
    try (DuckDb database = DuckDb.open(settings)) {
      assertThatThrownBy(() ->
              database.writeCsv(
                  List.of(Column.ofLongs("n")),
                  into -> batches[0]-- > 0 ? 2048 : 0,
                  Path.of("/dev/full")))
          .isInstanceOfSatisfying(
              IOException.class,
              e -> assertThat(LakeException.of("x", e).problem()).isEqualTo(Problem.FULL));
    }
  }

  @Test
  void letsOneWriterInAtATime() throws IOException {
    WriterLock other = WriterLock.acquire(lake.root(), Duration.ofSeconds(1));
    try (other) {
      assertThatThrownBy(() -> lake.ingest(TestLake.trades(), file))
          .isInstanceOfSatisfying(
              LakeException.class, e -> assertThat(e.problem()).isEqualTo(Problem.BUSY))
          .hasMessageContaining("only one process at a time may write")
          .hasMessageContaining("wait for it or stop it");
    }

    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void letsReadersInWhileOneWrites() throws IOException {
    WriterLock other = WriterLock.acquire(lake.root(), Duration.ofSeconds(1));
    try (other) {
      assertThat(lake.open().datasets()).hasSize(1);
    }
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() throws IOException {
    Lake opened = lake.open();

    assertThatThrownBy(() ->
            opened.ingest(
                TestLake.request(TestLake.trades(), file),
                (done, total) -> Thread.currentThread().interrupt()))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STOPPED));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(lake.content()).isEqualTo(before);
  }

  @Test
  void makesNoHalfTapeAndFindsNoDamageWhenItIsInterrupted() throws IOException {
    String rows = "1576508400000,3190.25,3\n".repeat(70_000); // progress is told every 65,536
    lake.ingest(TestLake.trades(), lake.input("long.csv", "epoch_ms_utc,price,size\n" + rows));
    Lake opened = lake.open();
    Dataset dataset = opened.datasets().getFirst();

    assertThatThrownBy(() ->
            opened.tape(
                dataset,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                (done, total) -> Thread.currentThread().interrupt()))
        .isInstanceOfSatisfying(
            LakeException.class, e -> assertThat(e.problem()).isEqualTo(Problem.STOPPED))
        .hasMessage("stopped; what was finished stays, the rest was removed");

    assertThat(Thread.interrupted()).isTrue();
    try (var files = Files.walk(folder)) {
      assertThat(files.map(Path::toString)).noneMatch(name -> name.contains(".part"));
    }
  }

  @Test
  void cleansUpOnCtrlC() throws IOException, InterruptedException {
    CtrlC.require();
    Process process = IngestingProcess.beginEndless(lake);

    CtrlC.type(process);
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    process.destroyForcibly();

    assertThat(ended).as("it ended within a minute of Ctrl-C").isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(lake.content()).isEqualTo(before);
    assertThat(lake.root().resolve(".staging")).isEmptyDirectory();
  }

  @Test
  void saysWhichCommittedFileIsMissing() throws IOException {
    Path silver = lake.open().datasets().getFirst().files().getFirst().path();
    Files.delete(silver);

    assertThatThrownBy(() -> lake.trades("ESH0"))
        .isInstanceOf(LakeException.class)
        .hasMessageContaining("a committed file must be there")
        .hasMessageContaining(silver.toString());
  }
}
