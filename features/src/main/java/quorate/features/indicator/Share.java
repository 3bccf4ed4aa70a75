package quorate.features.indicator;

/// What part of a whole something is, where the whole may be nothing.
public final class Share {
  /// A whole below this, left over from long ago, has lost its digits and counts as nothing.
  public static final double NOTHING = Double.MIN_NORMAL;

  private Share() {}

  /// part / whole, 0 where the whole is nothing.
  ///
  /// @param whole 0 or more
  public static double of(double part, double whole) {
    return whole < NOTHING ? 0 : part / whole;
  }

  /// 100 · part / whole, 0 where the whole is nothing.
  ///
  /// @param whole 0 or more
  public static double percent(double part, double whole) {
    return whole < NOTHING ? 0 : 100 * (part / whole);
  }
}
