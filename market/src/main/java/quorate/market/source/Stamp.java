package quorate.market.source;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;

/// The time of one row on its way to UTC nanoseconds: a [StampForm] fills it from text, then
/// [#utcNs()] answers. Reused for every row; the offset of a day without a clock change is looked
/// up once.
final class Stamp {
  private static final long DAY_SECONDS = 86_400;
  private static final long SECOND_NS = 1_000_000_000L;

  /// Days from 1677-09-22 to 2262-04-10, what nanoseconds in a `long` can reach.
  private static final long LAST_DAY = Long.MAX_VALUE / SECOND_NS / DAY_SECONDS - 1;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final TimeRule.Overlap overlap;
  private long calmDay = Long.MIN_VALUE;
  private long calmOffsetSeconds;

  private boolean absolute;
  private long absoluteNs;
  private long epochDay;
  private long nanoOfDay;

  Stamp(ZoneId zone, TimeRule.Overlap overlap) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.overlap = overlap;
  }

  /// An instant that needs no zone.
  void setUtc(long ns) {
    absolute = true;
    absoluteNs = ns;
  }

  /// A local date and time in the zone of the mapping.
  void setLocal(long day, long nano) {
    checkRange(day);
    absolute = false;
    epochDay = day;
    nanoOfDay = nano;
  }

  /// A local date and time with its own offset from UTC.
  void setOffset(long day, long nano, int offsetSeconds) {
    checkRange(day);
    setUtc((day * DAY_SECONDS - offsetSeconds) * SECOND_NS + nano);
  }

  private static void checkRange(long day) {
    if (Math.abs(day) > LAST_DAY) {
      throw new DateTimeException("time must be from 1678 to 2261");
    }
  }

  /// The date as written, in days since 1970; of an instant, its date in the zone.
  long epochDay() {
    if (!absolute) {
      return epochDay;
    }
    long seconds = Math.floorDiv(absoluteNs, SECOND_NS);
    int offset = rules.getOffset(Instant.ofEpochSecond(seconds)).getTotalSeconds();
    return Math.floorDiv(seconds + offset, DAY_SECONDS);
  }

  ZoneId zone() {
    return zone;
  }

  /// UTC nanoseconds since 1970.
  ///
  /// @throws DateTimeException when the local time does not exist, or exists twice and the mapping
  ///   does not say which is meant
  long utcNs() {
    if (absolute) {
      return absoluteNs;
    }
    if (epochDay != calmDay) {
      calmDay = Long.MIN_VALUE;
      if (!findCalmOffset()) {
        return throughChange();
      }
    }
    return (epochDay * DAY_SECONDS - calmOffsetSeconds) * SECOND_NS + nanoOfDay;
  }

  /// Whether one offset holds from the day before to the day after, and which.
  private boolean findCalmOffset() {
    LocalDateTime midnight = LocalDateTime.ofEpochSecond(epochDay * DAY_SECONDS, 0, ZoneOffset.UTC);
    ZoneOffset offset = rules.getOffset(midnight.minusDays(1));
    var change = rules.nextTransition(midnight.minusDays(1).toInstant(offset));
    if (change != null && change.getInstant().isBefore(midnight.plusDays(2).toInstant(offset))) {
      return false;
    }
    calmDay = epochDay;
    calmOffsetSeconds = offset.getTotalSeconds();
    return true;
  }

  private long throughChange() {
    LocalDateTime local =
        LocalDateTime.ofEpochSecond(
            epochDay * DAY_SECONDS + nanoOfDay / SECOND_NS,
            (int) (nanoOfDay % SECOND_NS),
            ZoneOffset.UTC);
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    ZoneOffset offset =
        switch (offsets.size()) {
          case 0 ->
              throw new DateTimeException(
                  "time must exist in %s, but the clock is put forward over %s"
                      .formatted(zone, local));
          case 1 -> offsets.getFirst();
          default ->
              switch (overlap) {
                case EARLIER -> offsets.getFirst();
                case LATER -> offsets.getLast();
                case REFUSE ->
                    throw new DateTimeException(
                        ("time must be one instant in %s, but the clock is put back over %s; declare"
                                + " time.overlap: earlier or later")
                            .formatted(zone, local));
              };
        };
    return (epochDay * DAY_SECONDS - offset.getTotalSeconds()) * SECOND_NS + nanoOfDay;
  }
}
