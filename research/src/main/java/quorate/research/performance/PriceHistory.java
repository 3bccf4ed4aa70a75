package quorate.research.performance;

import java.util.Arrays;

/// The bars of one instrument over a run, as `double`s, for benchmarks and pictures only.
///
/// Immutable; bars are in order of their ends.
public final class PriceHistory {
  private final String symbol;
  private final int decimals;
  private final long[] endsNs;
  private final double[] open;
  private final double[] high;
  private final double[] low;
  private final double[] close;
  private final double[] rates;
  private final int shownDecimals;

  private PriceHistory(Recorder recorded) {
    symbol = recorded.symbol;
    decimals = recorded.decimals;
    int size = recorded.size;
    endsNs = Arrays.copyOf(recorded.endsNs, size);
    open = Arrays.copyOf(recorded.open, size);
    high = Arrays.copyOf(recorded.high, size);
    low = Arrays.copyOf(recorded.low, size);
    close = Arrays.copyOf(recorded.close, size);
    rates = Arrays.copyOf(recorded.rates, size);
    shownDecimals = worthShowing();
  }

  /// @param symbol of the instrument
  /// @param decimals places that its prices are written with, 0 to 12
  public static Recorder of(String symbol, int decimals) {
    return new Recorder(symbol, decimals);
  }

  public String symbol() {
    return symbol;
  }

  public int decimals() {
    return decimals;
  }

  /// Places worth showing: those of the instrument, but no finer than a millionth of the price.
  public int shownDecimals() {
    return shownDecimals;
  }

  private int worthShowing() {
    double highest = 0;
    for (double price : high) {
      highest = Math.max(highest, Math.abs(price));
    }
    int enough = highest > 0 ? (int) Math.ceil(6 - Math.log10(highest)) : decimals;
    return Math.min(decimals, Math.max(0, enough));
  }

  public int size() {
    return endsNs.length;
  }

  /// UTC nanoseconds from which the bar was known.
  public long endNs(int bar) {
    return endsNs[bar];
  }

  public double open(int bar) {
    return open[bar];
  }

  public double high(int bar) {
    return high[bar];
  }

  public double low(int bar) {
    return low[bar];
  }

  public double close(int bar) {
    return close[bar];
  }

  /// The close in the run's base currency at the rate of that moment; NaN while there was none.
  public double closeInBase(int bar) {
    return close[bar] * rates[bar];
  }

  /// Collects bars while a run goes on; for one thread.
  public static final class Recorder {
    private final String symbol;
    private final int decimals;
    private long[] endsNs = new long[1024];
    private double[] open = new double[1024];
    private double[] high = new double[1024];
    private double[] low = new double[1024];
    private double[] close = new double[1024];
    private double[] rates = new double[1024];
    private int size;

    private Recorder(String symbol, int decimals) {
      if (decimals < 0 || decimals > 12) {
        throw new IllegalArgumentException(
            "decimals must be from 0 to 12, but were %d (instrument \"%s\")"
                .formatted(decimals, symbol));
      }
      this.symbol = symbol;
      this.decimals = decimals;
    }

    /// Adds a bar of prices in the base currency.
    public Recorder bar(long endNs, double first, double highest, double lowest, double last) {
      return bar(endNs, first, highest, lowest, last, 1);
    }

    /// Adds a bar that ended at `endNs`, not before the last one.
    ///
    /// @param toBase base currency units in one unit of the prices' currency, NaN while not known
    public Recorder bar(
        long endNs, double first, double highest, double lowest, double last, double toBase) {
      if (size > 0 && endNs < endsNs[size - 1]) {
        throw new IllegalArgumentException(
            "bars must be in order of time, but %d came after %d (instrument \"%s\")"
                .formatted(endNs, endsNs[size - 1], symbol));
      }
      if (!Double.isFinite(first + highest + lowest + last)) {
        throw new IllegalArgumentException(
            "prices must be finite, but were %s, %s, %s, %s (instrument \"%s\", bar %d)"
                .formatted(first, highest, lowest, last, symbol, size));
      }
      if (size == endsNs.length) {
        grow(Math.multiplyExact(size, 2));
      }
      endsNs[size] = endNs;
      open[size] = first;
      high[size] = highest;
      low[size] = lowest;
      close[size] = last;
      rates[size] = toBase;
      size++;
      return this;
    }

    private void grow(int room) {
      endsNs = Arrays.copyOf(endsNs, room);
      open = Arrays.copyOf(open, room);
      high = Arrays.copyOf(high, room);
      low = Arrays.copyOf(low, room);
      close = Arrays.copyOf(close, room);
      rates = Arrays.copyOf(rates, room);
    }

    public PriceHistory history() {
      return new PriceHistory(this);
    }
  }
}
