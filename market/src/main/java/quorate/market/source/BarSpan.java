package quorate.market.source;

import quorate.domain.Timeframe;

/// How long a bar of a source lasts.
///
/// @param kind a fixed length, or a stretch of the calendar
/// @param lengthNs of a fixed bar, 0 otherwise
public record BarSpan(Kind kind, long lengthNs) {
  /// What decides where a bar ends.
  public enum Kind {
    /// It lasts a fixed time.
    FIXED,
    /// It lasts the session that is named for its date.
    SESSION,
    /// It lasts one calendar day of the stamps' zone.
    DAY,
    /// It lasts one calendar month of the stamps' zone.
    MONTH
  }

  /// Reads `5m`, `1h` and the like, `session`, `day` or `month`.
  ///
  /// @throws IllegalArgumentException when the text is none of these
  public static BarSpan parse(String text) {
    return switch (text) {
      case "session" -> new BarSpan(Kind.SESSION, 0);
      case "day" -> new BarSpan(Kind.DAY, 0);
      case "month" -> new BarSpan(Kind.MONTH, 0);
      default -> new BarSpan(Kind.FIXED, fixed(text));
    };
  }

  private static long fixed(String text) {
    Timeframe timeframe;
    try {
      timeframe = Timeframe.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "timeframe must be a time such as 1m or 1h, or session, day or month, but was \"%s\""
              .formatted(text),
          e);
    }
    if (!timeframe.isTime()) {
      throw new IllegalArgumentException(
          "bars of a source must last a time such as 1m, not an amount, but timeframe was " + text);
    }
    return timeframe.durationNs();
  }

  /// As written in mappings and folder names: `1m`, `1d` for session and day, `1mo` for month.
  public String label() {
    return switch (kind) {
      case FIXED -> new Timeframe(Timeframe.Kind.TIME, lengthNs).toString();
      case SESSION, DAY -> "1d";
      case MONTH -> "1mo";
    };
  }
}
