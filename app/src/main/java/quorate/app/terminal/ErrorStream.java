package quorate.app.terminal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where errors, remarks and progress go.
///
/// Where the JVM itself would mix a warning in, the launcher lets a filter hear the JVM's error
/// stream and says in `quorate.errors` which file is the real one.
public final class ErrorStream {
  private ErrorStream() {}

  /// Takes the real one in place of `System.err`; leaves that where it cannot be opened, as behind
  /// the filter everything but the warning comes out too.
  public static void open() {
    String file = System.getProperty("quorate.errors");
    if (file == null) {
      return;
    }
    try {
      System.setErr(
          new PrintStream(new FileOutputStream(file, true), true, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return; // such as a terminal of another user
    }
  }
}
