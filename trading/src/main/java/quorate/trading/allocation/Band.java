package quorate.trading.allocation;

/// The band around a target: a position inside it is near enough, so that small changes of price,
/// volatility and equity do not trade.
final class Band {
  /// A tenth of the target.
  static final double DEFAULT = 0.10;

  private Band() {}

  static void check(double band) {
    if (!(band >= 0 && band <= 1)) {
      throw new IllegalArgumentException("band must be from 0 to 1, but was " + band);
    }
  }

  /// Whether a position is on the target's side and nearer to it than `band` of the target.
  static boolean holds(double band, long held, long target) {
    boolean sameSide = Long.signum(target) == Long.signum(held) && held != 0;
    return sameSide && Math.abs(target - held) < band * Math.abs(target);
  }
}
