package quorate.trading.fill;

/// How generous the simulated market is; the settings of `docs/fills.md`.
///
/// @param touch whether a resting limit order fills when the market only touches its price; false
///   asks for a price strictly beyond it, because others were in the queue before us
/// @param participationMillionths the largest part of an event's volume that all our orders
///   together may take, in millionths, 1 to 1,000,000; or [#UNLIMITED], needed for data without
///   volume
/// @param latencyNs how long an order travels before it can trade, nanoseconds, 0 or more
public record FillRules(boolean touch, int participationMillionths, long latencyNs) {
  /// Volume does not matter: every order fills whole, on events without volume too.
  public static final int UNLIMITED = -1;

  private static final int WHOLE = 1_000_000;

  public FillRules {
    if (participationMillionths != UNLIMITED
        && (participationMillionths < 1 || participationMillionths > WHOLE)) {
      throw new IllegalArgumentException(
          "participation must be from 1 to 1000000 millionths of the volume, or unlimited, but was "
              + participationMillionths);
    }
    if (latencyNs < 0) {
      throw new IllegalArgumentException(
          "latency must not be negative, but was " + latencyNs + " ns");
    }
  }

  /// Through the limit, at most the printed volume, no latency.
  public static FillRules defaults() {
    return new FillRules(false, WHOLE, 0);
  }

  public FillRules touching() {
    return new FillRules(true, participationMillionths, latencyNs);
  }

  /// @param fraction of an event's volume, above 0 and at most 1; kept to six decimal places
  public FillRules participating(double fraction) {
    if (!(fraction > 0 && fraction <= 1)) {
      throw new IllegalArgumentException(
          "participation must be above 0 and at most 1, but was " + fraction);
    }
    return new FillRules(touch, (int) Math.max(1, Math.round(fraction * WHOLE)), latencyNs);
  }

  public FillRules unlimited() {
    return new FillRules(touch, UNLIMITED, latencyNs);
  }

  public FillRules delayed(long newLatencyNs) {
    return new FillRules(touch, participationMillionths, newLatencyNs);
  }
}
