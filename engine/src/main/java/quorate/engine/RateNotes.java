package quorate.engine;

import quorate.domain.JournalEntry.RateMarked;
import quorate.domain.Money;
import quorate.market.tape.Tape;
import quorate.trading.valuation.Marks;

/// Writes the ledger's rates on the tape where something foreign happens, so that whoever reads it
/// converts as the ledger did.
final class RateNotes {
  /// Enough units that ten places of a rate survive the rounding of money, and few enough that no
  /// currency's worth of them leaves its range.
  private static final long AMOUNT_UNITS = 10_000 * Money.ONE;

  private final Marks marks;
  private final Tape tape;
  private final long[] written;

  RateNotes(Marks marks, Tape tape) {
    this.marks = marks;
    this.tape = tape;
    this.written = new long[marks.currencies()];
  }

  /// Writes the rate of an instrument's currency if it is foreign, known and new.
  void note(int instrument, long nowNs) {
    int currency = marks.currencyOf(instrument);
    if (currency == 0 || !marks.isRateKnown(instrument)) {
      return;
    }
    long worth = marks.toBase(currency, AMOUNT_UNITS);
    if (worth != written[currency]) {
      written[currency] = worth;
      tape.append(
          new RateMarked(
              nowNs,
              Money.ofUnits(AMOUNT_UNITS, marks.currency(currency)),
              Money.ofUnits(worth, marks.base())));
    }
  }
}
