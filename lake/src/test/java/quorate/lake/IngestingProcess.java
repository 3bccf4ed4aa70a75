package quorate.lake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.lake.silver.RowKind;
import quorate.lake.store.Commit;
import quorate.market.quality.Quarantine;

/// A process of its own that ingests trades into a test's lake, to be ended from outside.
///
/// It says `begin` when it is at it.
final class IngestingProcess {
  private static final String ENDLESS = "endless";

  private IngestingProcess() {}

  /// @param arguments the test's folder and the input file, or `endless` for rows without end
  @SuppressWarnings("SystemOut") // this is how it speaks with the test
  public static void main(String[] arguments) throws IOException {
    PrintStream out = System.out;
    TestLake lake = new TestLake(Path.of(arguments[0]));
    if (arguments[1].equals(ENDLESS)) {
      Path some = lake.input("endless.csv", "rows\n");
      lake.open()
          .ingest(
              new Endless(out), List.of(some), "tester", Progress.silent(), FileNews.stopping());
      return;
    }
    IngestRequest request =
        new IngestRequest(
            List.of(Path.of(arguments[1])), TestLake.trades(), TestLake.PLAIN, "tester");
    out.println("begin");
    lake.open().ingest(request, Progress.silent());
  }

  /// Starts an ingest of one file and waits until it begins.
  static Process begin(TestLake lake, Path file) throws IOException {
    return start(lake, file.toString());
  }

  /// Starts an ingest that never ends by itself and waits until it has rows.
  static Process beginEndless(TestLake lake) throws IOException {
    return start(lake, ENDLESS);
  }

  private static Process start(TestLake lake, String input) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                IngestingProcess.class.getName(),
                lake.folder.toString(),
                input));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String first = said.readLine();
    if (!"begin".equals(first)) {
      throw new IOException("the process must say begin, but said " + first);
    }
    return process;
  }

  /// A trade a millisecond for ever; pauses now and then, so that no disk is filled.
  private record Endless(PrintStream out) implements Intake {
    @Override
    public String source() {
      return "test";
    }

    @Override
    public String dataset() {
      return "endless";
    }

    @Override
    public RowKind kind() {
      return RowKind.TRADES;
    }

    @Override
    public String timeframe() {
      return "";
    }

    @Override
    public String fingerprint() {
      return "endless";
    }

    @Override
    public boolean defines(Instrument recorded) {
      return true;
    }

    @Override
    public JudgedRows open(Path file, Quarantine quarantine) {
      return new EndlessRows(out);
    }
  }

  private static final class EndlessRows implements Intake.JudgedRows {
    private static final int ROWS_BEFORE_BEGIN = 20_000;
    private static final int ROWS_BETWEEN_PAUSES = 1000;
    private static final long PAUSE_NS = 1_000_000;

    private final PrintStream out;
    private long rows;

    EndlessRows(PrintStream out) {
      this.out = out;
    }

    @Override
    public boolean next(EventCursor into) {
      rows++;
      if (rows == ROWS_BEFORE_BEGIN) {
        out.println("begin");
      }
      if (rows % ROWS_BETWEEN_PAUSES == 0) {
        LockSupport.parkNanos(PAUSE_NS);
      }
      into.trade(0, rows * 1_000_000, 100, 1);
      return true;
    }

    @Override
    public Instrument instrument(int number) {
      return TestLake.PLAIN.instruments().apply("ESH0");
    }

    @Override
    public int instruments() {
      return 1;
    }

    @Override
    public Commit.Counts counts() {
      return new Commit.Counts(rows, rows, Map.of(), Map.of());
    }

    @Override
    public double fraction() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
