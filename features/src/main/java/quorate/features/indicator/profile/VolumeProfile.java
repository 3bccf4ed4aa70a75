package quorate.features.indicator.profile;

import java.util.Arrays;
import quorate.features.indicator.BarView;

/// The volume profile of a window: how much was traded in each bin of prices, smoothed.
///
/// Bin k holds the prices from k times the width to, exclusive, (k + 1) times the width; bins run
/// from the lowest with volume to the highest. A trade belongs to the bin of its price, a bar's
/// volume is spread evenly over low … high. Then every bin becomes the weighted mean of itself and
/// its two neighbours, weights 1, centre, 1, the edge bins repeated.
///
/// A profile is worked out anew whenever its width may have changed; the cost is bounded by the
/// window and 16,384 bins. Where prices would need more, as across a jump of hundreds of average
/// true ranges, the width is the next whole multiple that needs no more. Arrays grow to what is
/// needed and stay so. Not for use by two threads.
///
/// Sources: J. P. Steidlmayer and K. Koy, *Markets and Market Logic* (1986); J. F. Dalton, E. T.
/// Jones and R. B. Dalton, *Mind over Markets* (1990).
public final class VolumeProfile {
  /// Of a bin's width: what rounding may do to the place of a price. A price on the edge between
  /// two bins so belongs to the upper one on every machine.
  public static final double ROUNDING = 1e-6;

  /// Of the price: bins narrower than that could not be told apart.
  private static final double NEGLIGIBLE = 1e-9;

  private static final int MAX_BINS = 16_384;
  private static final int USUAL_BINS = 512;

  private final double side;
  private final double centre;
  private double[] raw = new double[USUAL_BINS];
  private double[] smooth = new double[USUAL_BINS];
  private int bins;
  private double first;
  private double last;
  private double width;
  private double inverse;
  private double largest;
  private double total;

  /// @param centre weight of a bin beside its neighbours' 1, at least 0
  public VolumeProfile(double centre) {
    this.side = 1 / (centre + 2);
    this.centre = centre / (centre + 2);
  }

  /// Width of the bins: a part of the average true range, at least a tick, in whole ticks.
  ///
  /// @param bar whose tick and price it is for; where there is no tick, the width is just the part
  /// @return in price units; 0 when prices do not move, and there are no bins
  public static double width(BarView bar, double averageTrueRange, double binsPerRange) {
    double wished = averageTrueRange / binsPerRange;
    double tick = bar.tick();
    double width = tick > 0 ? Math.max(1, Math.ceil(wished / tick - ROUNDING)) * tick : wished;
    return width > NEGLIGIBLE * Math.abs(bar.close()) ? width : 0;
  }

  /// Works the profile out.
  ///
  /// @param binWidth in price units; 0 for no bins
  public void build(VolumeWindow window, double binWidth) {
    bins = 0;
    largest = 0;
    total = 0;
    width = binWidth;
    if (binWidth == 0) {
      return;
    }
    inverse = 1 / width;
    span(window);
    if (last < first) {
      return;
    }
    while (last - first >= MAX_BINS) {
      width *= Math.ceil((last - first) / (MAX_BINS - 2));
      inverse = 1 / width;
      span(window);
    }
    bins = (int) (last - first) + 1;
    if (raw.length < bins) {
      raw = new double[Math.min(MAX_BINS, 2 * bins)];
      smooth = new double[raw.length];
    }
    fill(window);
    smoothen();
  }

  /// Finds the lowest and the highest bin with volume.
  private void span(VolumeWindow window) {
    InnerBars inner = window.inner();
    TradeLedger trades = window.trades();
    first = Double.POSITIVE_INFINITY;
    last = Double.NEGATIVE_INFINITY;
    int place = 0;
    for (int bar = 0; bar < inner.bars(); bar++) {
      int end = place + inner.inside(bar);
      int age = inner.bars() - 1 - bar;
      if (trades.traded(age)) {
        first = Math.min(first, lower(trades.price(age, trades.from(age)) * inverse));
        last = Math.max(last, lower(trades.price(age, trades.to(age) - 1) * inverse));
        place = end;
      }
      for (; place < end; place++) {
        if (inner.volume(place) > 0) {
          double low = lower(inner.low(place) * inverse);
          first = Math.min(first, low);
          last = Math.max(last, Math.max(low, upper(inner.high(place) * inverse)));
        }
      }
    }
  }

  /// The bin in which a range that begins at `edge` widths begins.
  private static double lower(double edge) {
    return Math.floor(edge + ROUNDING);
  }

  /// The bin in which a range that ends at `edge` widths ends.
  private static double upper(double edge) {
    return Math.ceil(edge - ROUNDING) - 1;
  }

  private void fill(VolumeWindow window) {
    Arrays.fill(raw, 0, bins, 0);
    InnerBars inner = window.inner();
    TradeLedger trades = window.trades();
    int place = 0;
    for (int bar = 0; bar < inner.bars(); bar++) {
      int end = place + inner.inside(bar);
      int age = inner.bars() - 1 - bar;
      if (trades.traded(age)) {
        addTrades(trades, age);
        place = end;
      }
      for (; place < end; place++) {
        if (inner.volume(place) > 0) {
          spread(inner.low(place) * inverse, inner.high(place) * inverse, inner.volume(place));
        }
      }
    }
  }

  private void addTrades(TradeLedger trades, int age) {
    for (int cell = trades.from(age); cell < trades.to(age); cell++) {
      int bin = (int) (lower(trades.price(age, cell) * inverse) - first);
      raw[bin] += trades.volume(age, cell);
    }
  }

  /// @param low in widths
  /// @param high in widths
  private void spread(double low, double high, double volume) {
    double lowBin = lower(low);
    int from = (int) (lowBin - first);
    int to = (int) (Math.max(lowBin, upper(high)) - first);
    if (from == to) {
      raw[from] += volume;
      return;
    }
    double density = volume / (high - low);
    raw[from] += density * (lowBin + 1 - low);
    for (int bin = from + 1; bin < to; bin++) {
      raw[bin] += density;
    }
    raw[to] += density * (high - first - to);
  }

  private void smoothen() {
    for (int bin = 0; bin < bins; bin++) {
      double below = raw[Math.max(0, bin - 1)];
      double above = raw[Math.min(bins - 1, bin + 1)];
      double volume = side * (below + above) + centre * raw[bin];
      smooth[bin] = volume;
      largest = Math.max(largest, volume);
      total += volume;
    }
  }

  /// How many bins there are.
  public int bins() {
    return bins;
  }

  /// Width of a bin, in price units.
  public double width() {
    return width;
  }

  /// The middle of a bin's prices.
  ///
  /// @param bin 0 the lowest
  public double price(int bin) {
    return (first + bin + 0.5) * width;
  }

  /// Smoothed volume of a bin.
  ///
  /// @param bin 0 the lowest
  public double volume(int bin) {
    return smooth[bin];
  }

  /// The largest smoothed volume, that of the point of control.
  public double largest() {
    return largest;
  }

  /// All volume.
  public double total() {
    return total;
  }

  /// Skewness of the bins' prices, weighted by their smoothed volume: the third central moment over
  /// the 1.5th power of the second. 0 when there are fewer than two bins.
  public double skewness() {
    if (bins < 2) {
      return 0;
    }
    double sum = 0;
    for (int bin = 0; bin < bins; bin++) {
      sum += smooth[bin] * bin;
    }
    double mean = sum / total;
    double second = 0;
    double third = 0;
    for (int bin = 0; bin < bins; bin++) {
      double off = bin - mean;
      double square = smooth[bin] * off * off;
      second += square;
      third += square * off;
    }
    double variance = second / total;
    return third / total / (variance * Math.sqrt(variance));
  }
}
