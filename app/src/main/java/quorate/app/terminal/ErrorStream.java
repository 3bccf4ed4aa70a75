package quorate.app.terminal;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;

/// Where errors, remarks and progress go.
///
/// Where the JVM itself would mix a warning in, the launcher lets a filter hear the JVM's error
/// stream and says in `quorate.errors` which descriptor is the real one.
///
/// The real one is put back in its place by POSIX's `dup2`. Opening `/dev/fd/7` instead makes a
/// second place to write at where it is a file, and what else writes to that file, such as standard
/// output or the shell after us, then writes over ours.
public final class ErrorStream {
  private static final int STANDARD_ERROR = 2;

  private ErrorStream() {}

  /// Puts the real one back. Where that fails the filter stays, behind which everything but the
  /// warning comes out too.
  public static void open() {
    Integer real = Integer.getInteger("quorate.errors");
    if (real != null) {
      duplicate(real, STANDARD_ERROR);
    }
  }

  /// Lets one descriptor be another name for what is behind `from`.
  @SuppressWarnings("restricted") // the launcher allows native calls, and dup2 takes two numbers
  private static void duplicate(int from, int to) {
    Linker linker = Linker.nativeLinker();
    var dup2 =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("dup2"),
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT));
    try {
      int _ = (int) dup2.invokeExact(from, to);
    } catch (Throwable e) {
      throw new IllegalStateException("dup2 takes two numbers and throws nothing", e);
    }
  }
}
