package quorate.research.page;

import quorate.research.performance.PriceHistory;

/// Bars joined to fewer ones: first open, highest high, lowest low, last close, so that no extreme
/// is lost.
final class JoinedBars {
  private final long[] endsNs;
  private final double[] open;
  private final double[] high;
  private final double[] low;
  private final double[] close;

  private JoinedBars(int size) {
    endsNs = new long[size];
    open = new double[size];
    high = new double[size];
    low = new double[size];
    close = new double[size];
  }

  /// @param most bars to leave, at least 1
  static JoinedBars of(PriceHistory history, int most) {
    int size = Math.min(most, history.size());
    JoinedBars joined = new JoinedBars(size);
    for (int bucket = 0; bucket < size; bucket++) {
      int from = Downsampling.bucketStart(bucket, history.size(), size);
      int to = Downsampling.bucketStart(bucket + 1, history.size(), size);
      joined.endsNs[bucket] = history.endNs(to - 1);
      joined.open[bucket] = history.open(from);
      joined.close[bucket] = history.close(to - 1);
      joined.high[bucket] = history.high(from);
      joined.low[bucket] = history.low(from);
      for (int i = from + 1; i < to; i++) {
        joined.high[bucket] = Math.max(joined.high[bucket], history.high(i));
        joined.low[bucket] = Math.min(joined.low[bucket], history.low(i));
      }
    }
    return joined;
  }

  int size() {
    return endsNs.length;
  }

  long[] endsNs() {
    return endsNs.clone();
  }

  double open(int bar) {
    return open[bar];
  }

  double high(int bar) {
    return high[bar];
  }

  double low(int bar) {
    return low[bar];
  }

  double close(int bar) {
    return close[bar];
  }

  double lowest(int from, int to) {
    double lowest = low[from];
    for (int i = from + 1; i < to; i++) {
      lowest = Math.min(lowest, low[i]);
    }
    return lowest;
  }

  double highest(int from, int to) {
    double highest = high[from];
    for (int i = from + 1; i < to; i++) {
      highest = Math.max(highest, high[i]);
    }
    return highest;
  }

  /// The bar that was running at a time: the first that ends at or after it; the last for later
  /// times.
  int barAt(long timeNs) {
    int low = 0;
    int high = endsNs.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (endsNs[middle] < timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
