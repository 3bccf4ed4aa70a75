package quorate.learning.log;

import org.jspecify.annotations.Nullable;

/// A log that cannot be written or read; the message says which file, where in it, and why.
public final class LogException extends RuntimeException {
  private static final long serialVersionUID = 1;

  LogException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
