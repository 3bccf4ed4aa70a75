package quorate.domain;

/// What is held of one instrument.
///
/// @param instrument number of the instrument in the run
/// @param quantity scaled; positive is long, negative is short
/// @param basis signed notional at the entry prices of what is still open; for a margined
///   instrument at the prices of its last daily mark
/// @param realised profit and loss of what was closed, before commission
/// @param commission paid so far
public record Position(
    int instrument, long quantity, Money basis, Money realised, Money commission) {

  public static Position flat(int instrument, Currency currency) {
    Money zero = Money.zero(currency);
    return new Position(instrument, 0, zero, zero, zero);
  }

  public boolean isFlat() {
    return quantity == 0;
  }
}
