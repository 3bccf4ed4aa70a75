package quorate.features.correlation;

/// How breaks of correlation are looked for.
///
/// @param window days of each of the two adjacent windows; a multiple of `block`, at least five
///   blocks
/// @param block days that are permuted together, at least 1, so that clusters of volatility and
///   autocorrelation within a block stay whole
/// @param permutations drawn for the law, at least 19; each costs window · n²/2 multiply-adds
/// @param level the chance of a break being seen where there is none, within 1 / (permutations + 1)
///   to 0.5
/// @param seed of the permutations
public record BreakSettings(int window, int block, int permutations, double level, long seed) {
  public BreakSettings {
    if (block < 1 || window < 5 * block || window % block != 0) {
      throw new IllegalArgumentException(
          "window must be at least 5 blocks and a whole number of them, but was %d days of blocks of %d"
              .formatted(window, block));
    }
    if (permutations < 19) {
      throw new IllegalArgumentException(
          "permutations must be at least 19, but were " + permutations);
    }
    if (!(level * (permutations + 1) >= 1 && level <= 0.5)) {
      throw new IllegalArgumentException(
          "level must be within 1/%d and 0.5, but was %s".formatted(permutations + 1, level));
    }
  }

  /// Two half-years of 120 days, by trading weeks of 5, at one false alarm in a hundred.
  public static BreakSettings defaults() {
    return new BreakSettings(120, 5, 199, 0.01, 1);
  }
}
