package quorate.learning.graph;

import java.util.Arrays;

/// Rows of a gradient that are not all 0, as bits of a word, the first row the lowest.
final class BusyRows {
  /// Rows that a word has bits for.
  static final int MOST = Long.SIZE;

  private BusyRows() {}

  /// @param to at most [#MOST] rows after `from`
  static long in(float[] x, int width, int from, int to) {
    long busy = 0;
    for (int row = from; row < to; row++) {
      if (isBusy(x, row * width, width)) {
        busy |= 1L << (row - from);
      }
    }
    return busy;
  }

  private static boolean isBusy(float[] x, int at, int width) {
    for (int i = at; i < at + width; i++) {
      if (x[i] != 0f) {
        return true;
      }
    }
    return false;
  }

  /// Copies the busy rows to the places from `from` on, in their order.
  static void pushTogether(long busy, float[] x, int width, int from) {
    int place = from;
    for (long left = busy; left != 0; left &= left - 1) {
      copy(x, width, from + Long.numberOfTrailingZeros(left), place);
      place++;
    }
  }

  /// Copies them back to where they belong; the others become 0.
  static void pushApart(long busy, float[] x, int width, int from, int to) {
    int place = from + Long.bitCount(busy) - 1;
    for (int row = to - 1; row >= from; row--) {
      if ((busy & (1L << (row - from))) == 0) {
        Arrays.fill(x, row * width, (row + 1) * width, 0f);
      } else {
        copy(x, width, place, row);
        place--;
      }
    }
  }

  private static void copy(float[] x, int width, int from, int to) {
    if (from != to) {
      System.arraycopy(x, from * width, x, to * width, width);
    }
  }
}
