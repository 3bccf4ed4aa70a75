package quorate.market.source;

import java.nio.file.Path;

/// A file cannot be read as its mapping says; gives the file, line, rule and the value found.
public final class UnreadableSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableSourceException(String message) {
    super(message);
  }

  public UnreadableSourceException(String message, Throwable cause) {
    super(message, cause);
  }

  /// `trades.zip, entry 20131007.csv, line 12`.
  static String place(Path file, String entry, long line) {
    return entry.isEmpty()
        ? "%s, line %d".formatted(file, line)
        : "%s, entry %s, line %d".formatted(file, entry, line);
  }
}
