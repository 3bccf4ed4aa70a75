package quorate.market.rows;

import java.io.Closeable;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quorate.market.source.UnreadableSourceException;

/// The rows of a comma-separated file, plain or packed with gzip, one after another.
///
/// The first line names the columns. A field in double quotes may hold commas and doubled quotes,
/// but no line break; blank lines are passed over. Every complaint gives file and line. Macro
/// series and texts come in files of this kind; market events, which are many, are read by
/// `quorate.market.source` without making a text of each field. For one thread.
public final class CsvRows implements Closeable {
  private final Lines lines;
  private final List<String> columns;
  private List<String> fields = List.of();

  private CsvRows(Lines lines) {
    this.lines = lines;
    if (!next()) {
      throw new UnreadableSourceException(lines.file() + ": file must hold rows, but is empty");
    }
    columns = fields.stream().map(String::strip).toList();
  }

  /// Opens a file and reads the names of its columns.
  ///
  /// @throws UnreadableSourceException when there is no such file, or it is empty
  public static CsvRows open(Path file, Charset charset) {
    Lines lines = Lines.open(file, charset);
    try {
      return new CsvRows(lines);
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /// As [#open(Path, Charset)], in UTF-8.
  public static CsvRows open(Path file) {
    return open(file, StandardCharsets.UTF_8);
  }

  /// The names in the first line.
  public List<String> columns() {
    return columns;
  }

  /// The place of the first of these columns that is there, upper and lower case alike; −1 when
  /// none is.
  public int find(String... names) {
    for (String name : names) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT))) {
          return i;
        }
      }
    }
    return -1;
  }

  /// The place of a column that must be there.
  public int column(String name) {
    int place = find(name);
    if (place < 0) {
      throw wrong("column \"%s\" must be there, but the columns are %s".formatted(name, columns));
    }
    return place;
  }

  /// Moves to the next row.
  ///
  /// @return false at the end
  /// @throws UnreadableSourceException when the row is not as long as the first, or the file cannot
  ///   be read on
  public boolean next() {
    String text = lines.next();
    if (text == null) {
      return false;
    }
    int expected = fields.size();
    fields = split(text);
    if (expected != 0 && fields.size() != expected) {
      throw wrong(
          "a row must have %d columns as the header, but has %d: \"%s\""
              .formatted(expected, fields.size(), text));
    }
    return true;
  }

  private List<String> split(String text) {
    List<String> split = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (quoted) {
        if (next != '"') {
          field.append(next);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
          field.append('"');
          i++;
        } else {
          quoted = false;
        }
      } else if (next == ',') {
        split.add(field.toString());
        field.setLength(0);
      } else if (next == '"' && field.isEmpty()) {
        quoted = true;
      } else {
        field.append(next);
      }
    }
    if (quoted) {
      throw wrong("a quoted field must be closed in its line, but is not: \"%s\"".formatted(text));
    }
    split.add(field.toString());
    return split;
  }

  /// One field of the row, without its quotes.
  public String field(int column) {
    return fields.get(column);
  }

  /// Number of the row's line in the file, 1 for the first.
  public long line() {
    return lines.number();
  }

  /// `file, line n: rule`.
  public UnreadableSourceException wrong(String rule) {
    return lines.wrong(rule);
  }

  @Override
  public void close() {
    lines.close();
  }
}
