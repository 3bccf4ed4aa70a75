package quorate.market.text;

import java.time.Instant;

/// Instants as UTC nanoseconds.
final class UtcNanoseconds {
  private static final long SECOND_NS = 1_000_000_000L;

  private UtcNanoseconds() {}

  static long of(Instant instant) {
    return Math.addExact(
        Math.multiplyExact(instant.getEpochSecond(), SECOND_NS), instant.getNano());
  }

  static Instant instant(long timeNs) {
    return Instant.ofEpochSecond(
        Math.floorDiv(timeNs, SECOND_NS), Math.floorMod(timeNs, SECOND_NS));
  }
}
