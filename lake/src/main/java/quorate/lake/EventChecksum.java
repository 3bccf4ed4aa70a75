package quorate.lake;

import java.util.HexFormat;
import quorate.domain.EventCursor;

/// A 64-bit checksum of market events in their order, whatever tapes they lie on.
///
/// It is a polynomial over the events' mixed fields, so that the checksums of two stretches give
/// that of both, one after the other, without reading them again. It finds what happens by accident
/// (one bit goes unnoticed once in 2⁶⁴), not what somebody forges. A few ns an event, no
/// allocation; the numbers of instruments do not enter.
final class EventChecksum {
  /// Odd, so that no event's weight is ever zero; 2⁶⁴ divided by the golden ratio.
  private static final long BASE = 0x9E37_79B9_7F4A_7C15L;

  /// A multiplier that spreads one bit over many (from the finish of MurmurHash3).
  private static final long SPREAD = 0xFF51_AFD7_ED55_8CCDL;

  private long sum;
  private long events;

  void add(EventCursor event) {
    long mixed = mix(mix(mix(BASE, event.flags), event.timeNs), event.price);
    mixed = mix(mixed, event.quantity);
    mixed =
        switch (event.kind) {
          case TRADE -> mix(mixed, 1);
          case QUOTE -> mix(mix(mix(mixed, 2), event.high), event.low);
          case BAR ->
              mix(mix(mix(mix(mix(mixed, 3), event.high), event.low), event.close), event.startNs);
        };
    sum = sum * BASE + mixed;
    events++;
  }

  /// Goes on with events whose checksum is known.
  void append(long theirSum, long theirEvents) {
    sum = sum * power(theirEvents) + theirSum;
    events += theirEvents;
  }

  private static long mix(long before, long value) {
    long mixed = (before ^ value) * SPREAD;
    return mixed ^ (mixed >>> 32);
  }

  private static long power(long exponent) {
    long power = 1;
    long square = BASE;
    for (long left = exponent; left > 0; left >>= 1) {
      if ((left & 1) == 1) {
        power *= square;
      }
      square *= square;
    }
    return power;
  }

  long sum() {
    return sum;
  }

  long events() {
    return events;
  }

  /// 16 hexadecimal digits.
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(sum);
  }
}
