package quorate.app.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Reads one file out of a tar archive, from its start to where the file is.
///
/// POSIX ustar, as npm writes it: blocks of 512 bytes, a header before each file with its name at
/// byte 0, its size in octal at 124 and a prefix of the name at 345.
final class TarReader implements AutoCloseable {
  private static final int BLOCK = 512;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE_AT = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int PREFIX_AT = 345;
  private static final int PREFIX_LENGTH = 155;

  private final InputStream in;
  private long remaining;

  TarReader(InputStream in) {
    this.in = in;
  }

  /// Moves to the file of this name; false when the archive ends without it.
  boolean find(String name) throws IOException {
    byte[] header = new byte[BLOCK];
    while (in.readNBytes(header, 0, BLOCK) == BLOCK && header[0] != 0) {
      long size = size(header);
      String prefix = text(header, PREFIX_AT, PREFIX_LENGTH);
      String found = text(header, 0, NAME_LENGTH);
      if (name.equals(prefix.isEmpty() ? found : prefix + "/" + found)) {
        remaining = size;
        return true;
      }
      in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
    }
    return false;
  }

  /// The file's bytes, to its end.
  InputStream content() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        if (remaining <= 0) {
          return -1;
        }
        int read = in.read(into, from, (int) Math.min(length, remaining));
        if (read < 0) {
          throw new IOException("the archive ends inside a file");
        }
        remaining -= read;
        return read;
      }
    };
  }

  private static long size(byte[] header) throws IOException {
    String octal = text(header, SIZE_AT, SIZE_LENGTH).strip();
    try {
      return Long.parseLong(octal, 8);
    } catch (NumberFormatException e) {
      throw new IOException("a file's size must be octal digits, but was \"" + octal + "\"", e);
    }
  }

  private static String text(byte[] header, int from, int length) {
    int end = from;
    while (end < from + length && header[end] != 0) {
      end++;
    }
    return new String(header, from, end - from, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
