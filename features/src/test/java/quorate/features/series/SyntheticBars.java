package quorate.features.series;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import quorate.domain.BarFlags;
import quorate.domain.chance.Philox;
import quorate.features.indicator.BarView;
import quorate.features.indicator.MutableBar;

/// Seeded bars with trends, noise, jumps, flat stretches, gaps and sessions of 78 bars.
public final class SyntheticBars {
  private static final long BAR_NS = 300_000_000_000L;
  private static final int SESSION = 78;

  private SyntheticBars() {}

  /// So many five-minute bars.
  public static List<BarView> of(long seed, int count) {
    RandomGenerator chance = Philox.seeded(seed);
    List<BarView> bars = new ArrayList<>();
    double close = 100;
    int flat = 0;
    double drift = 0;
    for (int i = 0; i < count; i++) {
      if (i % 200 == 0) {
        drift = 0.05 * chance.nextGaussian();
      }
      flat = flat > 0 ? flat - 1 : chance.nextInt(150) == 0 ? 40 : 0;
      boolean gap = chance.nextInt(100) == 0;
      double jump = gap ? 3 * chance.nextGaussian() : 0;
      bars.add(flat > 0 ? flatBar(i, close, gap) : bar(i, close + jump, drift, gap, chance));
      close = bars.getLast().close();
    }
    return bars;
  }

  private static BarView flatBar(int i, double price, boolean gap) {
    return at(i, gap).prices(price, price, price, price).volume(0);
  }

  private static BarView bar(
      int i, double open, double drift, boolean gap, RandomGenerator chance) {
    double close = Math.max(1, open + drift + 0.3 * chance.nextGaussian());
    double high = Math.max(open, close) + 0.2 * chance.nextDouble();
    double low = Math.min(open, close) - 0.2 * chance.nextDouble();
    return at(i, gap).prices(open, high, low, close).volume(1 + chance.nextInt(1000));
  }

  private static MutableBar at(int i, boolean gap) {
    int flags = (gap ? BarFlags.AFTER_GAP : 0) | (i % SESSION == 0 ? BarFlags.SESSION_START : 0);
    return new MutableBar().times(i * BAR_NS, (i + 1) * BAR_NS).flags(flags);
  }

  /// Bars with these closes, each one tick wide.
  public static List<BarView> ofCloses(double... closes) {
    List<BarView> bars = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      double close = closes[i];
      bars.add(at(i, false).prices(close, close + 0.25, close - 0.25, close).volume(10));
    }
    return bars;
  }

  /// Bars without trades at these prices.
  public static List<BarView> flat(double... prices) {
    List<BarView> bars = new ArrayList<>();
    for (int i = 0; i < prices.length; i++) {
      bars.add(flatBar(i, prices[i], false));
    }
    return bars;
  }
}
