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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import quorate.market.source.UnreadableSourceException;

/// The lines of a text file, plain or packed with gzip (its first bytes say which), without the
/// blank ones, numbered as an editor numbers them. For one thread.
public final class Lines implements Closeable {
  private static final int GZIP_FIRST = 0x1f;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Charset charset;
  private final BufferedReader in;
  private long number;

  private Lines(Path file, Charset charset, BufferedReader in) {
    this.file = file;
    this.charset = charset;
    this.in = in;
  }

  /// @throws UnreadableSourceException when there is no such file
  public static Lines open(Path file, Charset charset) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableSourceException(
          "file must exist, but there is none at " + file + "; check its path");
    }
    try {
      InputStream bytes = unpacked(Files.newInputStream(file));
      return new Lines(
          file, charset, new BufferedReader(new InputStreamReader(bytes, charset.newDecoder())));
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s: file must be readable, but %s".formatted(file, e.getMessage()), e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(raw, 1);
    int first = bytes.read();
    if (first >= 0) {
      bytes.unread(first);
    }
    return first == GZIP_FIRST ? new GZIPInputStream(bytes) : bytes;
  }

  /// The next line that is not blank, or null after the last.
  ///
  /// @throws UnreadableSourceException when the file cannot be read on
  public @Nullable String next() {
    try {
      while (true) {
        number++;
        String text = in.readLine();
        if (text == null) {
          return null;
        }
        if (number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
          text = text.substring(1);
        }
        if (!text.isBlank()) {
          return text;
        }
      }
    } catch (CharacterCodingException e) {
      throw wrong(
          "text must be %s from here on, but is not; say its encoding".formatted(charset), e);
    } catch (EOFException | ZipException e) {
      throw wrong(
          "compressed data must be whole, but is cut off or damaged (%s); fetch the file again"
              .formatted(e.getMessage()),
          e);
    } catch (IOException e) {
      throw wrong("file must be readable, but " + e.getMessage(), e);
    }
  }

  public Path file() {
    return file;
  }

  /// Number of the line last read, 1 for the first of the file.
  public long number() {
    return number;
  }

  /// `file, line n: rule`.
  public UnreadableSourceException wrong(String rule) {
    return wrong(rule, null);
  }

  /// As [#wrong(String)], with what it comes from.
  public UnreadableSourceException wrong(String rule, @Nullable Throwable cause) {
    return new UnreadableSourceException("%s, line %d: %s".formatted(file, number, rule), cause);
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
