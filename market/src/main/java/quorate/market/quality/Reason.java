package quorate.market.quality;

import java.util.Locale;

/// What can be wrong with a row. The order is part of stored flags and of the lake: append only.
public enum Reason {
  /// A value that the row must have is empty.
  MISSING(0),
  /// A price, size or volume below zero.
  NEGATIVE(1),
  /// A price of zero, or a trade of nothing.
  ZERO(2),
  /// A price between two ticks, a quantity between two lots, or more decimals than the instrument
  /// has.
  OFF_GRID(3),
  /// A bar whose high is not its highest price or whose low is not its lowest.
  INCONSISTENT_BAR(4),
  /// A quote whose bid is above its ask.
  CROSSED_QUOTE(5),
  /// Earlier than the accepted row before it of the same instrument.
  OUT_OF_ORDER(6),
  /// The same bar start, or the same trade id, again.
  DUPLICATE(7),
  /// A price far from both its neighbours, which agree with each other.
  ABSURD_JUMP(8),
  /// At a time at which its market is closed.
  OUTSIDE_SESSION(9),
  /// A bar in which nothing was traded.
  ZERO_VOLUME(10);

  /// Number of the reason's bit.
  final int bit;

  Reason(int bit) {
    this.bit = bit;
  }

  /// The bit that marks this finding in the flags of an event.
  public int flag() {
    return 1 << bit;
  }

  /// As written in mappings and quarantine files: `off_grid`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
