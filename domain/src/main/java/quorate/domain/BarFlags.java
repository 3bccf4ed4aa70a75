package quorate.domain;

/// Bits of [Bar#flags] that say how much to trust a bar.
public final class BarFlags {
  /// No trade fell into the interval: all four prices are the last close, the volume is 0.
  public static final int FLAT = 1;

  /// Sessions or days are missing between the bar before and this one.
  public static final int AFTER_GAP = 1 << 1;

  /// The session ended before the bar was full.
  public static final int SHORT = 1 << 2;

  /// The stream ended before the bar did.
  public static final int UNFINISHED = 1 << 3;

  /// The first bar of a session; what is anchored to sessions, such as VWAP, starts anew with it.
  public static final int SESSION_START = 1 << 4;

  private BarFlags() {}
}
