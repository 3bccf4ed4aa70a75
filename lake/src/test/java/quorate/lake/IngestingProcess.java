package quorate.lake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A process of its own that ingests trades into a test's lake, to be ended from outside.
///
/// It says `begin` before the ingest and `end` after it.
final class IngestingProcess {
  private IngestingProcess() {}

  /// @param arguments the test's folder, then the input files
  @SuppressWarnings("SystemOut") // this is how it speaks with the test
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    TestLake lake = new TestLake(Path.of(arguments[0]));
    Path[] files = new Path[arguments.length - 1];
    for (int i = 0; i < files.length; i++) {
      files[i] = Path.of(arguments[i + 1]);
    }
    IngestRequest request =
        new IngestRequest(List.of(files), TestLake.trades(), TestLake.PLAIN, "tester");
    out.println("begin");
    lake.open().ingest(request, Progress.silent());
    out.println("end");
  }

  /// Starts one and waits until it begins to ingest.
  static Process begin(TestLake lake, Path... files) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                IngestingProcess.class.getName(),
                lake.folder.toString()));
    for (Path file : files) {
      command.add(file.toString());
    }
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String first = said.readLine();
    if (!"begin".equals(first)) {
      throw new IOException("the process must say begin, but said " + first);
    }
    return process;
  }
}
