package quorate.domain;

import java.util.List;

/// Everything the account holds and is worth at one moment; the loop's only feedback.
///
/// @param asOfNs UTC nanoseconds of the prices it is valued at
/// @param cash one amount per currency of the run, the base currency first; negative is a loan
/// @param positions one per instrument of the run, in its order, flat ones included
/// @param equity cash and positions in the base currency
/// @param peakEquity highest equity so far
/// @param sessionStartEquity equity when the current session opened
public record Holdings(
    long asOfNs,
    List<Money> cash,
    List<Position> positions,
    Money equity,
    Money peakEquity,
    Money sessionStartEquity) {
  public Holdings {
    cash = List.copyOf(cash);
    positions = List.copyOf(positions);
  }

  public Position position(int instrument) {
    return positions.get(instrument);
  }

  /// The fall from the peak as a fraction of it, 0 or more.
  public double drawdown() {
    double peak = peakEquity.toDouble();
    return peak <= 0 ? 0 : Math.max(0, 1 - equity.toDouble() / peak);
  }

  /// The loss since the session opened as a fraction of its first equity, 0 or more.
  public double sessionLoss() {
    double start = sessionStartEquity.toDouble();
    return start <= 0 ? 0 : Math.max(0, 1 - equity.toDouble() / start);
  }
}
