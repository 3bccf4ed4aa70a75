package quorate.domain;

import java.time.LocalDate;

/// One number of an economic series becoming public: the value of one period, and when the world
/// could first know it.
///
/// A second release for the same period is a revision; both stay what they are, and whoever looks
/// sees the newest that was out.
///
/// @param series name of the series at its source, such as FRED's `CPIAUCSL`
/// @param referencePeriod the date by which the source names the period: of months, quarters and
///   years the first day, of a week its last, of daily series the day
/// @param releasedAtNs UTC nanoseconds; the value may be used from here on
/// @param value in the series's own unit, finite
/// @param vintage whether the value is the one published then
public record MacroRelease(
    String series, LocalDate referencePeriod, long releasedAtNs, double value, Vintage vintage) {

  /// How the value stands to what was known at its release.
  public enum Vintage {
    /// Published at the release, to the digit.
    AS_RELEASED,
    /// The latest vintage: as the source has it today, revisions included. Its time is honest, its
    /// value may differ from the one that was published then.
    LATEST
  }

  public MacroRelease {
    if (series.isBlank()) {
      throw new IllegalArgumentException(
          "series of a macro release must have a name, but was \"%s\" (period %s)"
              .formatted(series, referencePeriod));
    }
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "value of a macro release must be finite, but was %s (series \"%s\", period %s)"
              .formatted(value, series, referencePeriod));
    }
  }
}
