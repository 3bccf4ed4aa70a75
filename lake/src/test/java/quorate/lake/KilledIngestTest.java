package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.chance.Philox;
import quorate.domain.property.CtrlC;

/// Ingests that die: the process is killed at random moments between its beginning and its end.
class KilledIngestTest {
  private static final long SEED = 20_191_216;
  private static final int KILLS = 50;
  private static final int INTERRUPTIONS = 6;
  private static final int ROWS = 2000;

  @TempDir Path folder;

  /// Two trades a millisecond over the turn of a year, so that there are two partitions.
  private static String trades() {
    StringBuilder rows = new StringBuilder("epoch_ms_utc,price,size\n");
    long newYearMs = 1_577_836_800_000L;
    for (int i = 0; i < ROWS; i++) {
      rows.append(newYearMs - 3_600_000L * 8 + i / 2 * 40_000L).append(",3190.25,1\n");
    }
    return rows.toString();
  }

  @Test
  void leavesAllOrNothingHoweverItDies() throws IOException, InterruptedException {
    TestLake whole = new TestLake(folder.resolve("whole"));
    Path input = whole.input("es.csv", trades());
    Process undisturbed = IngestingProcess.begin(whole, input);
    long begunNs = System.nanoTime();
    assertThat(undisturbed.waitFor()).isZero();
    long tookNs = System.nanoTime() - begunNs;
    Map<String, String> expected = whole.content();

    long empty =
        IntStream.range(0, KILLS)
            .parallel()
            .filter(kill -> isEmptyAfterKill(kill, input, tookNs, expected))
            .count();

    assertThat(empty).as("kills before the end").isBetween(1L, (long) KILLS);
  }

  /// Ctrl-C: nobody has to open the lake again for it to be clean.
  @Test
  void cleansUpWheneverItIsInterrupted() throws IOException, InterruptedException {
    CtrlC.require();
    TestLake whole = new TestLake(folder.resolve("undisturbed"));
    Path input = whole.input("es.csv", trades());
    long begunNs = System.nanoTime();
    assertThat(IngestingProcess.begin(whole, input).waitFor()).isZero();
    long tookNs = System.nanoTime() - begunNs;
    Map<String, String> expected = whole.content();

    for (int i = 0; i < INTERRUPTIONS; i++) {
      TestLake lake = new TestLake(folder.resolve("interrupted-" + i));
      Process process = IngestingProcess.begin(lake, input);
      process.waitFor(Philox.seeded(SEED - i).nextLong(tookNs), TimeUnit.NANOSECONDS);
      CtrlC.type(process);

      assertThat(process.waitFor()).as("exit after interruption %d", i).isIn(0, 130);
      assertThat(lake.content()).as("after interruption %d", i).isIn(Map.of(), expected);
    }
  }

  /// Kills one ingest, and ingests again after every fifth.
  private boolean isEmptyAfterKill(
      int kill, Path input, long tookNs, Map<String, String> expected) {
    try {
      TestLake lake = new TestLake(folder.resolve("killed-" + kill));
      Process process = IngestingProcess.begin(lake, input);
      process.waitFor(Philox.seeded(SEED + kill).nextLong(tookNs), TimeUnit.NANOSECONDS);
      process.destroyForcibly().waitFor();

      boolean empty = lake.open().datasets().isEmpty();

      assertThat(lake.content()).as("after kill %d", kill).isEqualTo(empty ? Map.of() : expected);
      if (kill % 5 == 0) {
        lake.open()
            .ingest(
                new IngestRequest(List.of(input), TestLake.trades(), TestLake.PLAIN, "tester"),
                Progress.silent());
        assertThat(lake.content()).as("again after kill %d", kill).isEqualTo(expected);
      }
      return empty;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("kill " + kill, e);
    }
  }
}
