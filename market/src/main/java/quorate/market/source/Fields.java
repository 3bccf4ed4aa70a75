package quorate.market.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The fields of one row as slices of the reader's bytes; overwritten by the next row.
final class Fields {
  byte[] bytes = new byte[0];
  int[] starts = new int[16];
  int[] ends = new int[16];
  int count;

  /// The whole row.
  int from;

  int to;

  long line;
  String entry = "";
  Charset charset = StandardCharsets.UTF_8;

  /// Rises with every entry, when columns and symbols may be others.
  int entryNumber;

  /// Line of the header that names the columns; 0 when there is none.
  long headerLine;

  /// Names of the columns, empty when they have none.
  String[] names = {};

  void clear() {
    count = 0;
  }

  void add(int start, int end) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count] = end;
    count++;
  }

  String text(int column) {
    return new String(bytes, starts[column], ends[column] - starts[column], charset);
  }
}
