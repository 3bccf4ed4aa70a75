package quorate.features.naive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A low-volume node as its definition reads.
public final class NaiveLowVolumeNode {
  /// Of a bin's width, below which prices are equal.
  private static final double ROUNDING = 1e-6;

  /// A bar to touch a price.
  ///
  /// @param closeBefore the close of the bar before it, NaN when there is none
  public record Bar(double low, double high, double close, double closeBefore) {}

  private NaiveLowVolumeNode() {}

  /// @param bars the window's finer bars, oldest first
  /// @return price, strength, distance, strong
  public static double[] of(
      NaiveVolumeProfile profile, double width, List<Bar> bars, double close, double atr) {
    double[] volumes = profile.volumes();
    double largest = Arrays.stream(volumes).max().orElse(0);
    return nodes(volumes, largest)
        .boxed()
        .min(Comparator.comparingDouble(bin -> rounded((profile.price(bin) - close) / width)))
        .map(bin -> {
          double price = profile.price(bin);
          double strength = 40 * (1 - volumes[bin] / largest) + ofTouches(bars, price, width, atr);
          double strong = strength >= 60 ? 1 : 0;
          return new double[] {price, strength, (close - price) / atr, strong};
        })
        .orElse(new double[] {close, 0, 0, 0});
  }

  /// Equal distances as equal numbers.
  private static double rounded(double widths) {
    return Math.rint(Math.abs(widths) / ROUNDING);
  }

  private static IntStream nodes(double[] volumes, double largest) {
    double total = Arrays.stream(volumes).sum();
    double equal = 1e-9 * largest;
    return IntStream.range(1, Math.max(1, volumes.length - 1))
        .filter(bin -> volumes[bin] < volumes[bin - 1] - equal)
        .filter(bin -> volumes[bin] <= volumes[bin + 1] + equal)
        .filter(bin -> volumes[bin] <= 0.3 * largest)
        .filter(bin -> {
          double share = Arrays.stream(volumes, 0, bin + 1).sum() / total;
          return share >= 0.05 && share <= 0.95;
        });
  }

  private static double ofTouches(List<Bar> bars, double price, double width, double atr) {
    int[] touches =
        IntStream.range(0, bars.size()).filter(i -> touches(bars.get(i), price, width)).toArray();
    double bounce =
        Arrays.stream(touches)
            .filter(i -> i + 3 < bars.size())
            .mapToDouble(i -> reaction(bars, i, price))
            .average()
            .orElse(0);
    double recency =
        touches.length == 0 ? 0 : Math.exp(-(bars.size() - 1 - touches[touches.length - 1]) / 20.0);
    return 6.0 * Math.min(touches.length, 5) + 20 * Math.min(1, bounce / atr) + 10 * recency;
  }

  private static boolean touches(Bar bar, double price, double width) {
    double reach = width * (1 + ROUNDING);
    double upper = price + width * ROUNDING;
    double lower = price - width * ROUNDING;
    boolean near = bar.low() <= price + reach && bar.high() >= price - reach;
    boolean above = bar.close() > upper && bar.closeBefore() > upper;
    boolean below = bar.close() < lower && bar.closeBefore() < lower;
    return near && (above || below);
  }

  private static double reaction(List<Bar> bars, int touch, double price) {
    boolean above = bars.get(touch).close() > price;
    return bars.subList(touch + 1, touch + 4).stream()
        .mapToDouble(bar -> above ? bar.high() - price : price - bar.low())
        .map(away -> Math.max(0, away))
        .max()
        .orElseThrow();
  }
}
