package quorate.lake.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The lake cannot do what was asked; it is as it was before.
public final class LakeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What kind of trouble it is.
  public enum Problem {
    /// Another process is writing.
    BUSY,
    /// The disk has no room.
    FULL,
    /// Somebody stopped the work.
    STOPPED,
    /// A file is missing, damaged or cannot be read or written.
    BROKEN,
    /// What was asked for is not there, or is there more than once.
    UNCLEAR
  }

  private final Problem problem;

  public LakeException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  public LakeException(Problem problem, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  /// What `broken` means for the lake.
  ///
  /// @param what was being done, such as `ingest of es.csv`
  public static LakeException of(String what, IOException broken) {
    if (isOutOfSpace(broken)) {
      return new LakeException(
          Problem.FULL,
          what
              + " needs more room than the disk has; nothing was changed: free some space or choose"
              + " another folder, then run it again",
          broken);
    }
    if (isInterruption(broken)) {
      return stopped(broken);
    }
    return new LakeException(Problem.BROKEN, what + " failed: " + broken.getMessage(), broken);
  }

  /// Somebody stopped the work, which says nothing against any file.
  public static LakeException stopped(@Nullable Throwable cause) {
    return new LakeException(
        Problem.STOPPED, "stopped; what was finished stays, the rest was removed", cause);
  }

  private static boolean isInterruption(Throwable broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutOfSpace(Throwable broken) {
    for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (message.contains("no space left on device")
          || message.contains("not enough space")
          || message.contains("quota exceeded")
          || message.contains("max_temp_directory_size")) {
        return true;
      }
    }
    return false;
  }

  public Problem problem() {
    return problem;
  }
}
