package quorate.trading.ledger;

import quorate.domain.Currency;
import quorate.domain.Money;
import quorate.domain.RoundTrip;
import quorate.domain.Side;

/// A round trip that is still open: what the account of one instrument has done since it was flat.
final class Trip {
  final Side side;
  final long openedNs;

  long quantity;
  long grossUnits;
  long commissionUnits;
  long spreadUnits;
  long slippageUnits;
  long worstUnits;
  long bestUnits;

  private double entryQuantity;
  private double entryValue;
  private double exitQuantity;
  private double exitValue;

  Trip(Side side, long openedNs) {
    this.side = side;
    this.openedNs = openedNs;
  }

  void entered(double price, double filled, long held) {
    entryQuantity += filled;
    entryValue += price * filled;
    quantity = Math.max(quantity, held);
  }

  void left(double price, double filled) {
    exitQuantity += filled;
    exitValue += price * filled;
  }

  /// The open profit was this at some moment, gross.
  void saw(long openProfitUnits) {
    worstUnits = Math.min(worstUnits, openProfitUnits);
    bestUnits = Math.max(bestUnits, openProfitUnits);
  }

  void pay(long commission, long spread, long slippage) {
    commissionUnits = Math.addExact(commissionUnits, commission);
    spreadUnits = Math.addExact(spreadUnits, spread);
    slippageUnits = Math.addExact(slippageUnits, slippage);
  }

  RoundTrip close(int instrument, long closedNs, Currency currency) {
    saw(grossUnits);
    return new RoundTrip(
        instrument,
        side,
        quantity,
        openedNs,
        closedNs,
        entryValue / entryQuantity,
        exitValue / exitQuantity,
        Money.ofUnits(grossUnits, currency),
        Money.ofUnits(commissionUnits, currency),
        Money.ofUnits(spreadUnits, currency),
        Money.ofUnits(slippageUnits, currency),
        Money.ofUnits(worstUnits, currency),
        Money.ofUnits(bestUnits, currency));
  }
}
