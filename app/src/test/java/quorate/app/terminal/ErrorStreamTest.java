package quorate.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A process of its own, whose descriptors a shell has arranged as the launcher does.
class ErrorStreamTest {
  @TempDir Path folder;

  @Test
  void sharesAFileWithAllElseThatIsWrittenToIt() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "skipped: no /bin/bash on this machine");
    Path file = folder.resolve("log");
    String line =
        "(echo first;"
            + " \"$0\" --enable-native-access=ALL-UNNAMED -Dquorate.errors=7 -cp \"$1\" \"$2\""
            + " 7>&2 2>/dev/null; echo last) >\"$3\" 2>&1";

    Process shell =
        new ProcessBuilder(
                "/bin/bash",
                "-c",
                line,
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                Speaker.class.getName(),
                file.toString())
            .start();

    assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(file).content().isEqualTo("first\na result\nan error\nlast\n");
  }

  /// Says a line on either stream.
  static final class Speaker {
    private Speaker() {}

    public static void main(String[] arguments) {
      ErrorStream.open();
      System.out.println("a result");
      System.err.println("an error");
    }
  }
}
