package quorate.domain;

/// A closed trade: from the first fill that opened a position to the fill that brought it back to
/// zero or through it.
///
/// @param instrument number of the instrument in the run
/// @param side direction of the position
/// @param quantity largest size held, scaled, positive
/// @param openedNs UTC nanoseconds of the first fill
/// @param closedNs UTC nanoseconds of the last fill
/// @param entryPrice average entry price, for people and statistics
/// @param exitPrice average exit price, for people and statistics
/// @param grossProfit before commission
/// @param commission paid on its fills
/// @param spread spread paid, already in the prices
/// @param slippage slippage paid, already in the prices
/// @param worstExcursion lowest open profit seen while it ran (MAE), 0 or less
/// @param bestExcursion highest open profit seen while it ran (MFE), 0 or more
public record RoundTrip(
    int instrument,
    Side side,
    long quantity,
    long openedNs,
    long closedNs,
    double entryPrice,
    double exitPrice,
    Money grossProfit,
    Money commission,
    Money spread,
    Money slippage,
    Money worstExcursion,
    Money bestExcursion) {

  public Money netProfit() {
    return grossProfit.minus(commission);
  }
}
