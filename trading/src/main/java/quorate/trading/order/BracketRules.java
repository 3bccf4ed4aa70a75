package quorate.trading.order;

import quorate.domain.Instrument;

/// How far a bracket's ways out lie from the last price, as multiples of the average true range of
/// the council's bars.
///
/// @param atrWindow bars over which the true range is averaged, 1 to 10,000
/// @param stopAtr distance of the stop against the position, × ATR, 0.01 to 100
/// @param targetAtr distance of the target in its favour, × ATR, 0.01 to 100
public record BracketRules(int atrWindow, double stopAtr, double targetAtr) {
  public static final int MAX_WINDOW = 10_000;

  /// Distances nearer than this are mostly below a tick.
  public static final double NEAREST = 0.01;

  /// Distances beyond this are never reached.
  public static final double FURTHEST = 100;

  public BracketRules {
    if (atrWindow < 1 || atrWindow > MAX_WINDOW) {
      throw new IllegalArgumentException(
          "ATR window must be from 1 to %d bars, but was %d".formatted(MAX_WINDOW, atrWindow));
    }
    distance("stop", stopAtr);
    distance("target", targetAtr);
  }

  private static void distance(String what, double multiple) {
    if (!(multiple >= NEAREST && multiple <= FURTHEST)) {
      throw new IllegalArgumentException(
          "%s must be from %s to %s ATR away, but was %s"
              .formatted(what, NEAREST, FURTHEST, multiple));
    }
  }

  /// Wilder's window of 14 bars; a stop of 1.5 ATR, beyond the noise of a usual bar; a target that
  /// earns twice what the stop loses, so that a third of the trades must win to break even.
  public static BracketRules defaults() {
    return new BracketRules(14, 1.5, 3);
  }

  long stopTicks(double atr, Instrument instrument) {
    return ticks(stopAtr, atr, instrument);
  }

  long targetTicks(double atr, Instrument instrument) {
    return ticks(targetAtr, atr, instrument);
  }

  /// The nearest whole number of ticks, at least one.
  private static long ticks(double multiple, double atr, Instrument instrument) {
    double tick = instrument.priceAsDouble(instrument.tickSize());
    return Math.max(1, Math.round(multiple * atr / tick));
  }
}
