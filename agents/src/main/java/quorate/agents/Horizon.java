package quorate.agents;

import quorate.domain.Timeframe;

/// How long a view is meant to hold, in nanoseconds.
public final class Horizon {
  private static final long DAY_NS = 86_400_000_000_000L;

  private Horizon() {}

  /// The length of so many bars; a day for bars that have no fixed length (ticks, volume, value).
  ///
  /// @param bars at least 1
  public static long ofBars(Timeframe timeframe, int bars) {
    if (bars < 1) {
      throw new IllegalArgumentException("a horizon must be at least 1 bar, but was " + bars);
    }
    return timeframe.isTime() ? Math.multiplyExact(timeframe.durationNs(), bars) : DAY_NS;
  }
}
