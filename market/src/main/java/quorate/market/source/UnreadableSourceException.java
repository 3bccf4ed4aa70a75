package quorate.market.source;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file cannot be read as its mapping says; gives the file, line, rule and the value found.
public final class UnreadableSourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnreadableSourceException(String message) {
    super(message);
  }

  public UnreadableSourceException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// `trades.zip, entry 20131007.csv, line 12`.
  static String place(Path file, String entry, long line) {
    return place(file, entry) + ", line " + line;
  }

  /// `trades.zip, entry 20131007.csv`, for what no line is to blame for.
  static String place(Path file, String entry) {
    return entry.isEmpty()
        ? file.toString()
        : "%s, entry %s".formatted(file, Excerpt.ofLine(entry));
  }
}
