package quorate.features.indicator.structure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.FinerBars;
import quorate.features.indicator.FollowsTrades;
import quorate.features.indicator.Windows;
import quorate.features.indicator.profile.VolumeProfile;
import quorate.features.indicator.profile.VolumeWindow;
import quorate.features.indicator.volatility.Atr;
import quorate.features.state.StateCodec;

/// The low-volume node nearest to the close: a price that the market passed quickly, between prices
/// at which it traded much.
///
/// Outputs: 0 `price` (middle of the node's bin; the close itself when there is no node), 1
/// `strength` (0 to 100; 0 when there is no node), 2 `distance` (close − price, in ATR), 3 `strong`
/// (1 when the strength is at least the threshold, else 0).
///
/// The [VolumeProfile] is that of the last bars, from trades, finer bars or the bars themselves. A
/// node is an inner bin below its left neighbour and not above its right one, no larger than a part
/// of the largest bin, with the cumulated share of the volume, its own included, within bounds.
/// Volumes that differ by less than a billionth of the largest count as equal, so that no node
/// hangs on a rounding. Of two nodes equally near the lower counts.
///
/// Strength = 100 · (emptiness · (1 − volume / largest) + touches · min(touches, enough) / enough +
/// bounce · min(1, mean reaction / ATR) + recency · e^(−bars since the last touch / memory)), see
/// [NodeTouches]; bars there are the finer ones. Undefined ratios are 0.
///
/// A finer bar costs some nanoseconds, a bar some microseconds, bounded by the window and the bins.
///
/// Source: `docs/features/low-volume-node.md`.
public final class LowVolumeNode implements FinerBars, FollowsTrades {
  /// Of the largest bin: below it volumes are equal.
  private static final double EQUAL = 1e-9;

  /// The settings, and their rules.
  ///
  /// @param window bars of the profile, at least 1
  /// @param atrWindow true ranges in the unit of widths and distances, at least 1
  /// @param binsPerAtr bins that make an ATR; positive
  /// @param centre weight of a bin beside its neighbours' 1 when smoothed; not negative
  /// @param depth most of the largest bin that a node has, 0 to 1
  /// @param lowestShare least cumulated share of the volume at a node, 0 to 1
  /// @param highestShare most cumulated share, 0 to 1
  /// @param emptinessWeight of how little was traded, in the strength
  /// @param touchWeight of how often prices touched it
  /// @param bounceWeight of how far they then went away
  /// @param recencyWeight of how lately they touched it
  /// @param enoughTouches that count in full, at least 1
  /// @param reactionBars finer bars after a touch in which it is judged, at least 1
  /// @param memory finer bars in which recency falls to 1/e; positive
  /// @param strong least strength of a strong node
  public record Settings(
      int window,
      int atrWindow,
      double binsPerAtr,
      double centre,
      double depth,
      double lowestShare,
      double highestShare,
      double emptinessWeight,
      double touchWeight,
      double bounceWeight,
      double recencyWeight,
      int enoughTouches,
      int reactionBars,
      double memory,
      double strong) {
    public Settings {
      Windows.check(window, 1, "low_volume_node");
      Windows.check(atrWindow, 1, "low_volume_node");
      Windows.check(reactionBars, 1, "low_volume_node");
      positive("bins_per_atr", binsPerAtr);
      positive("memory", memory);
      positive("enough_touches", enoughTouches);
      if (!(lowestShare <= highestShare)) {
        throw new IllegalArgumentException(
            "lowest_share must be at most highest_share, %s, but was %s (feature"
                    .formatted(highestShare, lowestShare)
                + " \"low_volume_node\")");
      }
    }

    private static void positive(String name, double value) {
      if (!(value > 0)) {
        throw new IllegalArgumentException(
            "%s must be positive, but was %s (feature \"low_volume_node\")".formatted(name, value));
      }
    }

    /// As `es-futures` has them.
    public static Settings defaults() {
      return new Settings(20, 14, 20, 2, 0.3, 0.05, 0.95, 0.4, 0.3, 0.2, 0.1, 5, 3, 20, 60);
    }
  }

  private final Settings settings;
  private final VolumeWindow window;
  private final VolumeProfile profile;
  private final NodeTouches touches;
  private final Atr atr;
  private final int warmUp;
  private int seen;
  private double price;
  private double strength;
  private double distance;

  public LowVolumeNode(Settings settings) {
    this.settings = settings;
    this.window = new VolumeWindow(settings.window);
    this.profile = new VolumeProfile(settings.centre);
    this.touches = new NodeTouches(settings.reactionBars);
    this.atr = new Atr(settings.atrWindow);
    this.warmUp = Math.max(settings.window, settings.atrWindow + 1);
  }

  @Override
  public void trade(double tradePrice, double volume, double tick) {
    window.trade(tradePrice, volume, tick);
  }

  @Override
  public void finer(BarView bar) {
    window.finer(bar);
  }

  @Override
  public void update(BarView bar) {
    window.update(bar);
    atr.update(bar);
    if (seen < warmUp) {
      seen++;
    }
    if (!ready()) {
      return;
    }
    double unit = atr.value();
    profile.build(window, VolumeProfile.width(bar, unit, settings.binsPerAtr));
    int node = nearest(bar.close());
    if (node < 0) {
      price = bar.close();
      strength = 0;
      distance = 0;
      return;
    }
    price = profile.price(node);
    strength = strength(node, unit);
    distance = unit == 0 ? 0 : (bar.close() - price) / unit;
  }

  /// The node nearest to the close, −1 when there is none.
  private int nearest(double close) {
    int nearest = -1;
    double least = Double.POSITIVE_INFINITY;
    double equal = EQUAL * profile.largest();
    double most = settings.depth * profile.largest() + equal;
    double lowest = (settings.lowestShare - EQUAL) * profile.total();
    double highest = (settings.highestShare + EQUAL) * profile.total();
    double cumulated = profile.bins() > 0 ? profile.volume(0) : 0;
    for (int bin = 1; bin < profile.bins() - 1; bin++) {
      double volume = profile.volume(bin);
      cumulated += volume;
      if (volume <= most
          && volume < profile.volume(bin - 1) - equal
          && volume <= profile.volume(bin + 1) + equal
          && cumulated >= lowest
          && cumulated <= highest) {
        double away = Math.abs(profile.price(bin) - close);
        if (away < least - profile.width() * VolumeProfile.ROUNDING) {
          least = away;
          nearest = bin;
        }
      }
    }
    return nearest;
  }

  private double strength(int node, double unit) {
    touches.find(window.inner(), profile.price(node), profile.width());
    double emptiness = 1 - profile.volume(node) / profile.largest();
    double touched = Math.min(1, touches.count() / (double) settings.enoughTouches);
    double bounce = unit == 0 ? 0 : Math.min(1, touches.meanReaction() / unit);
    double recency =
        touches.count() == 0 ? 0 : StrictMath.exp(-touches.sinceLast() / settings.memory);
    return 100
        * (settings.emptinessWeight * emptiness
            + settings.touchWeight * touched
            + settings.bounceWeight * bounce
            + settings.recencyWeight * recency);
  }

  @Override
  public double value() {
    return price;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> price;
      case 1 -> strength;
      case 2 -> distance;
      case 3 -> strength >= settings.strong ? 1 : 0;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 4;
  }

  @Override
  public boolean ready() {
    return seen == warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    window.state(codec);
    atr.state(codec);
    seen = (int) codec.whole(seen);
    price = codec.real(price);
    strength = codec.real(strength);
    distance = codec.real(distance);
  }
}
