package quorate.market.rows;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import quorate.market.source.UnreadableSourceException;

/// The rows of a comma-separated file, plain or packed with gzip, one after another.
///
/// The first line names the columns. A field in double quotes may hold commas and doubled quotes,
/// but no line break; blank lines are passed over. Every complaint gives file and line. Macro
/// series and texts come in files of this kind; market events, which are many, are read by
/// `quorate.market.source` without making a text of each field. For one thread.
public final class CsvRows implements Closeable {
  private static final int GZIP_FIRST = 0x1f;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Charset charset;
  private final BufferedReader in;
  private final List<String> columns;
  private List<String> fields = List.of();
  private long line;

  private CsvRows(Path file, Charset charset, BufferedReader in) {
    this.file = file;
    this.charset = charset;
    this.in = in;
    if (!next()) {
      throw new UnreadableSourceException(file + ": file must hold rows, but is empty");
    }
    columns = fields.stream().map(String::strip).toList();
  }

  /// Opens a file and reads the names of its columns.
  ///
  /// @throws UnreadableSourceException when there is no such file, or it is empty
  public static CsvRows open(Path file, Charset charset) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableSourceException(
          "file must exist, but there is none at " + file + "; check its path");
    }
    InputStream bytes = null;
    try {
      bytes = unpacked(Files.newInputStream(file));
      return new CsvRows(
          file, charset, new BufferedReader(new InputStreamReader(bytes, charset.newDecoder())));
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s: file must be readable, but %s".formatted(file, e.getMessage()), e);
    } catch (RuntimeException e) {
      closeQuietly(bytes, e);
      throw e;
    }
  }

  /// As [#open(Path, Charset)], in UTF-8.
  public static CsvRows open(Path file) {
    return open(file, StandardCharsets.UTF_8);
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(raw, 1);
    int first = bytes.read();
    if (first >= 0) {
      bytes.unread(first);
    }
    return first == GZIP_FIRST ? new GZIPInputStream(bytes) : bytes;
  }

  private static void closeQuietly(@Nullable InputStream bytes, RuntimeException cause) {
    if (bytes != null) {
      try {
        bytes.close();
      } catch (IOException e) {
        cause.addSuppressed(e);
      }
    }
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
    String text = nextLine();
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

  private @Nullable String nextLine() {
    try {
      while (true) {
        line++;
        String text = in.readLine();
        if (text == null) {
          return null;
        }
        if (line == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
          text = text.substring(1);
        }
        if (!text.isBlank()) {
          return text;
        }
      }
    } catch (CharacterCodingException e) {
      throw new UnreadableSourceException(
          "%s: text must be %s, but is not (at or after line %d)".formatted(file, charset, line),
          e);
    } catch (EOFException | ZipException e) {
      throw new UnreadableSourceException(
          "%s, line %d: compressed data must be whole, but is cut off or damaged (%s); fetch the file again"
              .formatted(file, line, e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s, line %d: file must be readable, but %s".formatted(file, line, e.getMessage()), e);
    }
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
    return line;
  }

  /// `file, line n: rule`.
  public UnreadableSourceException wrong(String rule) {
    return new UnreadableSourceException("%s, line %d: %s".formatted(file, line, rule));
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s: file must be readable, but %s".formatted(file, e.getMessage()), e);
    }
  }
}
