package quorate.domain.property;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The signal of Ctrl-C, for tests of processes of their own.
public final class CtrlC {
  private static final int INTERRUPT = 2;

  private CtrlC() {}

  /// Skips the running test where a process that it starts would not hear the signal: without
  /// `/bin/kill`, or where this process ignores it and hands that on, as in the background of a
  /// shell without jobs.
  public static void require() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "skipped: no /bin/kill on this machine");
    Path status = Path.of("/proc/self/status");
    assumeTrue(
        !Files.exists(status) || !isIgnored(Files.readString(status)),
        "skipped: Ctrl-C is ignored here, as in the background of a script; run the tests in front");
  }

  /// @param status as Linux tells it of a process
  static boolean isIgnored(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .anyMatch(signals -> (signals >> (INTERRUPT - 1) & 1) != 0);
  }

  /// Sends it.
  public static void type(Process to) throws IOException, InterruptedException {
    new ProcessBuilder("/bin/kill", "-INT", Long.toString(to.pid())).start().waitFor();
  }
}
