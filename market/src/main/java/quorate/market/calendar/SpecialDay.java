package quorate.market.calendar;

import org.jspecify.annotations.Nullable;

/// How a date differs from the week: a late open, an early close, or both.
///
/// @param open instead of the usual one, null when it stays
/// @param close instead of the usual one, null when it stays
record SpecialDay(@Nullable WallTime open, @Nullable WallTime close) {
  /// A day like any other.
  static final SpecialDay NONE = new SpecialDay(null, null);

  /// This day with what it leaves open taken from `other`.
  SpecialDay and(SpecialDay other) {
    return new SpecialDay(open == null ? other.open : open, close == null ? other.close : close);
  }
}
