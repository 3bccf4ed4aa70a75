package quorate.market.source;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.util.Arrays;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/// Lines of text with a delimiter between fields, split where they lie in a buffer of bytes.
///
/// Works on bytes because every charset allowed here writes delimiters, digits and quotes as single
/// ASCII bytes; decoding to characters first would cost more than all the rest. A quoted field may
/// hold delimiters and doubled quotes but no line break. Blank lines are passed over.
final class DelimitedReader implements FieldReader {
  private static final int FIRST_BUFFER = 1 << 18;
  private static final int LONGEST_LINE = 1 << 26;

  private final SourceInput input;
  private final TextForm form;
  private final CharsetDecoder decoder;
  private @Nullable InputStream in;
  private byte[] buffer = new byte[FIRST_BUFFER];
  private int position;

  /// Bytes of the entry that came before the buffer.
  private long consumed;

  private int limit;
  private int lineFrom;
  private int lineTo;
  private boolean beyondAscii;
  private long line;
  private int entryNumber;
  private int expected;
  private long headerLine;
  private String[] names = {};
  private boolean anyRow;

  DelimitedReader(SourceInput input, TextForm form) {
    this.input = input;
    this.form = form;
    decoder = form.charset().newDecoder();
  }

  @Override
  public boolean next(Fields into) {
    while (true) {
      if (in == null && !openEntry(into)) {
        if (!anyRow) {
          throw new UnreadableSourceException(input.file() + ": file must hold rows, but has none");
        }
        return false;
      }
      if (!nextLine()) {
        in = null;
        continue;
      }
      split(into);
      if (expected == 0) {
        expected = into.count;
      } else if (into.count != expected) {
        throw wrong(
            "a row must have %d columns as %s, but has %d: \"%s\""
                .formatted(
                    expected,
                    form.header() == TextForm.Header.NAMES ? "the header" : "the first row",
                    into.count,
                    Excerpt.of(lineText())));
      }
      into.line = line;
      into.entryNumber = entryNumber;
      into.names = names;
      into.headerLine = headerLine;
      anyRow = true;
      return true;
    }
  }

  private boolean openEntry(Fields into) {
    InputStream opened = input.next();
    if (opened == null) {
      return false;
    }
    in = opened;
    position = 0;
    consumed = 0;
    limit = 0;
    line = 0;
    entryNumber++;
    expected = 0;
    headerLine = 0;
    into.entry = input.entry();
    into.charset = form.charset();
    if (form.header() != TextForm.Header.NONE && nextLine()) {
      if (form.header() == TextForm.Header.NAMES) {
        split(into);
        expected = into.count;
        headerLine = line;
        names = new String[into.count];
        for (int i = 0; i < names.length; i++) {
          names[i] = into.text(i).strip();
        }
      }
    }
    return true;
  }

  /// Finds the next line that is not blank and leaves its bounds in `lineFrom` and `lineTo`.
  private boolean nextLine() {
    while (true) {
      int scan = position;
      int bits = 0;
      byte[] bytes = buffer;
      while (true) {
        while (scan < limit && bytes[scan] != '\n') {
          bits |= bytes[scan++];
        }
        if (scan < limit) {
          break;
        }
        int kept = scan - position;
        if (!fill()) {
          if (kept == 0) {
            return false;
          }
          scan = limit;
          break;
        }
        bytes = buffer;
        scan = position + kept;
      }
      lineFrom = position;
      lineTo = scan;
      position = Math.min(scan + 1, limit);
      line++;
      beyondAscii = bits < 0;
      if (line == 1) {
        skipByteOrderMark();
      }
      if (lineTo > lineFrom && buffer[lineTo - 1] == '\r') {
        lineTo--;
      }
      if (beyondAscii) {
        checkEncoding();
      }
      if (lineTo > lineFrom) {
        return true;
      }
    }
  }

  private void skipByteOrderMark() {
    if (lineTo - lineFrom >= 3
        && buffer[lineFrom] == (byte) 0xEF
        && buffer[lineFrom + 1] == (byte) 0xBB
        && buffer[lineFrom + 2] == (byte) 0xBF) {
      lineFrom += 3;
    }
  }

  private void checkEncoding() {
    ByteBuffer bytes = ByteBuffer.wrap(buffer, lineFrom, lineTo - lineFrom);
    try {
      decoder.reset().decode(bytes);
    } catch (CharacterCodingException e) {
      throw new UnreadableSourceException(
          "%s: text must be %s, but is not: \"%s\" (byte %d of the file is 0x%02X); declare text.encoding"
              .formatted(
                  where(),
                  form.charset(),
                  Excerpt.of(lineText()),
                  consumed + bytes.position(),
                  buffer[bytes.position()]),
          e);
    }
  }

  /// Brings more bytes behind those not yet used; false at the end of the entry.
  private boolean fill() {
    InputStream from = in;
    if (from == null) {
      return false;
    }
    if (position > 0) {
      consumed += position;
      System.arraycopy(buffer, position, buffer, 0, limit - position);
      limit -= position;
      position = 0;
    }
    if (limit == buffer.length) {
      if (limit >= LONGEST_LINE) {
        throw wrong("a line must be shorter than %d bytes, but is not".formatted(LONGEST_LINE));
      }
      buffer = Arrays.copyOf(buffer, 2 * limit);
    }
    try {
      int read = from.read(buffer, limit, buffer.length - limit);
      if (read <= 0) {
        return false;
      }
      limit += read;
      return true;
    } catch (EOFException | ZipException e) {
      throw new UnreadableSourceException(
          "%s: compressed data must be whole, but is cut off or damaged (%s); fetch the file again"
              .formatted(where(), e.getMessage()),
          e);
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s: file must be readable, but %s".formatted(where(), e.getMessage()), e);
    }
  }

  private void split(Fields into) {
    byte[] bytes = buffer;
    int end = lineTo;
    byte delimiter = (byte) form.delimiter();
    byte quote = (byte) form.quote();
    into.clear();
    into.bytes = bytes;
    into.from = lineFrom;
    into.to = end;
    int start = lineFrom;
    while (true) {
      if (quote != 0 && start < end && bytes[start] == quote) {
        start = quoted(into, start, end, quote, delimiter);
      } else {
        int scan = start;
        while (scan < end && bytes[scan] != delimiter) {
          scan++;
        }
        into.add(start, scan);
        start = scan;
      }
      if (start >= end) {
        return;
      }
      start++;
    }
  }

  private int quoted(Fields into, int start, int end, byte quote, byte delimiter) {
    int scan = start + 1;
    while (true) {
      while (scan < end && buffer[scan] != quote) {
        scan++;
      }
      if (scan == end) {
        throw wrong(
            "a quoted field must be closed in its line, but is not: " + Excerpt.of(lineText()));
      }
      if (scan + 1 < end && buffer[scan + 1] == quote) {
        scan += 2;
        continue;
      }
      break;
    }
    if (scan + 1 < end && buffer[scan + 1] != delimiter) {
      throw wrong(
          "a delimiter must follow a quoted field, but does not: " + Excerpt.of(lineText()));
    }
    into.add(start + 1, scan);
    return scan + 1;
  }

  private String lineText() {
    return new String(buffer, lineFrom, lineTo - lineFrom, form.charset());
  }

  private String where() {
    return UnreadableSourceException.place(input.file(), input.entry(), line);
  }

  private UnreadableSourceException wrong(String rule) {
    return new UnreadableSourceException(where() + ": " + rule);
  }

  @Override
  public void close() {
    input.close();
  }
}
