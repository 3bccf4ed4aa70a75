package quorate.market.quality;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/// Writes rejected rows as CSV with the columns file, entry, line, reason, detail and text.
///
/// The header is written with the first row, so a clean source writes nothing. Fields with a comma,
/// a quote or a line break are quoted as RFC 4180 says. Not for use by two threads.
public final class QuarantineFile implements Quarantine, AutoCloseable {
  private static final String HEADER = "file,entry,line,reason,detail,text\n";

  private final Writer out;
  private boolean begun;

  /// @param out closed with this
  public QuarantineFile(Writer out) {
    this.out = out;
  }

  @Override
  public void add(String file, String entry, long line, Reason reason, String detail, String text) {
    try {
      if (!begun) {
        out.write(HEADER);
        begun = true;
      }
      out.write(
          "%s,%s,%d,%s,%s,%s\n"
              .formatted(
                  quoted(file), quoted(entry), line, reason.key(), quoted(detail), quoted(text)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
