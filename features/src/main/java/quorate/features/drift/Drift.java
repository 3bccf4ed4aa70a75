package quorate.features.drift;

/// How far a feature has moved from what training saw.
///
/// @param feature its name
/// @param before how many values training saw
/// @param now how many new ones were compared
/// @param stabilityIndex population stability index over quantile bins of the training values, 0 or
///   more: below 0.1 stable, from 0.25 on moved. Of few values it is above 0 by chance alone, about
///   (bins − 1)·(1 / before + 1 / now)
/// @param distance Kolmogorov–Smirnov distance of the two distributions, 0 to 1
/// @param chance how likely such a distance is when nothing has moved and values are independent, 0
///   to 1
public record Drift(
    String feature, int before, int now, double stabilityIndex, double distance, double chance) {
  /// From here on a population has moved, by custom.
  public static final double MOVED = 0.25;

  /// Whether the index says that it has moved and chance alone would hardly do it.
  ///
  /// @param significance least probability that is not yet doubted, such as 0.01; divide it by the
  ///   number of features that are looked at together
  public boolean hasMoved(double significance) {
    return stabilityIndex >= MOVED && chance < significance;
  }
}
