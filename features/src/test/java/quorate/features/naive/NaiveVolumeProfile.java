package quorate.features.naive;

import java.util.Arrays;
import java.util.TreeMap;

/// A volume profile as its definition reads: bins by number, volume laid into them piece by piece.
public final class NaiveVolumeProfile {
  private static final double ROUNDING = 1e-6;

  private final double width;
  private final TreeMap<Long, Double> raw = new TreeMap<>();

  /// @param width of a bin
  public NaiveVolumeProfile(double width) {
    this.width = width;
  }

  /// The width of bins.
  public static double width(double tick, double atr) {
    double part = atr / 20;
    return tick == 0 ? part : tick * Math.max(1, Math.ceil(part / tick - ROUNDING));
  }

  /// Everything at one price.
  public void trade(double price, double volume) {
    if (volume > 0) {
      raw.merge((long) Math.floor(price / width + ROUNDING), volume, Double::sum);
    }
  }

  /// Evenly over low … high.
  public void bar(double low, double high, double volume) {
    if (high - low < ROUNDING * width) {
      trade(low, volume);
      return;
    }
    for (long bin = (long) Math.floor(low / width + ROUNDING);
        volume > 0 && bin * width < high - ROUNDING * width;
        bin++) {
      double overlap = Math.min(high, (bin + 1) * width) - Math.max(low, bin * width);
      raw.merge(bin, volume * overlap / (high - low), Double::sum);
    }
  }

  public int bins() {
    return raw.isEmpty() ? 0 : (int) (raw.lastKey() - raw.firstKey()) + 1;
  }

  public double price(int bin) {
    return (raw.firstKey() + bin) * width + width / 2;
  }

  /// Smoothed, the lowest bin first.
  public double[] volumes() {
    double[] smooth = new double[bins()];
    Arrays.setAll(smooth, bin -> (raw(bin - 1) + 2 * raw(bin) + raw(bin + 1)) / 4);
    return smooth;
  }

  /// Beyond the edges the edge bins again.
  private double raw(int bin) {
    int inside = Math.clamp(bin, 0, bins() - 1);
    return raw.getOrDefault(raw.firstKey() + inside, 0.0);
  }

  public double skewness() {
    double[] volumes = volumes();
    double total = Arrays.stream(volumes).sum();
    if (bins() < 2) {
      return 0;
    }
    double mean = 0;
    for (int bin = 0; bin < volumes.length; bin++) {
      mean += volumes[bin] / total * bin * width;
    }
    double variance = 0;
    double third = 0;
    for (int bin = 0; bin < volumes.length; bin++) {
      variance += volumes[bin] / total * Math.pow(bin * width - mean, 2);
      third += volumes[bin] / total * Math.pow(bin * width - mean, 3);
    }
    return third / Math.pow(variance, 1.5);
  }
}
