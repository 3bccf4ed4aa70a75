package quorate.research.performance;

import java.util.Arrays;

/// What an account was worth over time, mark by mark, in the run's base currency.
///
/// The first mark is the money the run started with. After it there is one mark a moment: of
/// several given for one time the last counts, because before it not everything had its price of
/// that time. Times never fall. Immutable.
public final class EquityCurve {
  private final long[] timesNs;
  private final double[] equity;
  private final double[] exposure;

  private EquityCurve(long[] timesNs, double[] equity, double[] exposure) {
    this.timesNs = timesNs;
    this.equity = equity;
    this.exposure = exposure;
  }

  /// @param timesNs UTC nanoseconds, never falling
  /// @param equity worth at each time, finite; the first positive
  /// @param exposure gross notional held from each time on, 0 or more
  public static EquityCurve of(long[] timesNs, double[] equity, double[] exposure) {
    if (equity.length != timesNs.length || exposure.length != timesNs.length) {
      throw new IllegalArgumentException(
          "equity curve must have as many times as values, but had %d times, %d equities, %d exposures"
              .formatted(timesNs.length, equity.length, exposure.length));
    }
    Recorder recorder = new Recorder(timesNs.length);
    for (int i = 0; i < timesNs.length; i++) {
      recorder.mark(timesNs[i], equity[i], exposure[i]);
    }
    return recorder.curve();
  }

  public static Recorder recorder() {
    return new Recorder(1024);
  }

  public int size() {
    return timesNs.length;
  }

  public long timeNs(int mark) {
    return timesNs[mark];
  }

  public double equity(int mark) {
    return equity[mark];
  }

  public double exposure(int mark) {
    return exposure[mark];
  }

  public long firstTimeNs() {
    return timesNs[0];
  }

  public long lastTimeNs() {
    return timesNs[timesNs.length - 1];
  }

  public double initial() {
    return equity[0];
  }

  public double last() {
    return equity[equity.length - 1];
  }

  /// The worth at the last mark that is not after `timeNs`; before the first mark, the first.
  /// Logarithmic cost.
  public double equityAt(long timeNs) {
    int low = 0;
    int high = timesNs.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timesNs[middle] <= timeNs) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return equity[Math.max(0, low - 1)];
  }

  public long[] times() {
    return timesNs.clone();
  }

  public double[] equities() {
    return equity.clone();
  }

  /// Collects marks while a run goes on; grows by doubling and otherwise allocates nothing. For one
  /// thread.
  public static final class Recorder {
    private long[] timesNs;
    private double[] equity;
    private double[] exposure;
    private int size;

    private Recorder(int capacity) {
      int room = Math.max(1, capacity);
      timesNs = new long[room];
      equity = new double[room];
      exposure = new double[room];
    }

    /// Adds a mark, in place of the last one when that is of the same time and not the first.
    ///
    /// @param timeNs UTC nanoseconds, not before the last mark
    /// @param worth of the account, finite; the first positive
    /// @param grossNotional held from now on, finite, 0 or more
    public void mark(long timeNs, double worth, double grossNotional) {
      check(timeNs, worth, grossNotional);
      if (size > 1 && timeNs == timesNs[size - 1]) {
        size--;
      }
      if (size == timesNs.length) {
        int room = Math.multiplyExact(size, 2);
        timesNs = Arrays.copyOf(timesNs, room);
        equity = Arrays.copyOf(equity, room);
        exposure = Arrays.copyOf(exposure, room);
      }
      timesNs[size] = timeNs;
      equity[size] = worth;
      exposure[size] = grossNotional;
      size++;
    }

    private void check(long timeNs, double worth, double grossNotional) {
      if (size > 0 && timeNs < timesNs[size - 1]) {
        throw new IllegalArgumentException(
            "marks must be in order of time, but %d came after %d (mark %d)"
                .formatted(timeNs, timesNs[size - 1], size));
      }
      if (!Double.isFinite(worth) || (size == 0 && worth <= 0)) {
        throw new IllegalArgumentException(
            "equity must be finite and positive at first, but was %s (mark %d)"
                .formatted(worth, size));
      }
      if (!(grossNotional >= 0) || Double.isInfinite(grossNotional)) {
        throw new IllegalArgumentException(
            "exposure must be finite and 0 or more, but was %s (mark %d)"
                .formatted(grossNotional, size));
      }
    }

    public int size() {
      return size;
    }

    /// @throws IllegalStateException when nothing was marked
    public EquityCurve curve() {
      if (size == 0) {
        throw new IllegalStateException(
            "equity curve must have at least 1 mark, the starting capital, but had none");
      }
      return new EquityCurve(
          Arrays.copyOf(timesNs, size), Arrays.copyOf(equity, size), Arrays.copyOf(exposure, size));
    }
  }
}
