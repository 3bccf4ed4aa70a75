package quorate.domain;

/// What the tape remembers of a run besides market events: everything that entered or left the
/// loop.
public sealed interface JournalEntry {
  /// UTC nanoseconds of the loop's clock.
  long timeNs();

  // What enters.

  /// The run reads this data set.
  ///
  /// @param source where it lies, relative to the lake where possible
  /// @param checksum of the events that were read, hexadecimal
  /// @param fromNs where the events begin, inclusive; a bar lies where it starts
  /// @param toNs before which they end
  /// @param events number of events in between
  record InputReferenced(
      long timeNs, String source, String checksum, long fromNs, long toNs, long events)
      implements JournalEntry {}

  // What leaves.

  /// A bar on which the council decides has closed; reports draw it.
  record BarClosed(long timeNs, Bar bar) implements JournalEntry {}

  /// The council's decision about an instrument changed.
  record DecisionTaken(long timeNs, Decision decision) implements JournalEntry {}

  /// Risk let an order pass.
  record OrderApproved(long timeNs, Order order) implements JournalEntry {}

  /// Risk refused an order.
  ///
  /// @param rule name of the limit
  /// @param reason with the value found and the limit
  record OrderRefused(long timeNs, Order order, String rule, String reason)
      implements JournalEntry {}

  /// What a broker says about an order; the five ways it can go.
  sealed interface BrokerEvent extends JournalEntry {}

  record OrderAccepted(long timeNs, long orderId) implements BrokerEvent {}

  record OrderFilled(long timeNs, Fill fill) implements BrokerEvent {}

  record OrderCancelled(long timeNs, long orderId, String reason) implements BrokerEvent {}

  record OrderExpired(long timeNs, long orderId) implements BrokerEvent {}

  record OrderRejected(long timeNs, long orderId, String reason) implements BrokerEvent {}

  record TradeClosed(long timeNs, RoundTrip trade) implements JournalEntry {}

  /// What the account is worth.
  ///
  /// @param equity in the base currency
  /// @param exposure gross notional in the base currency
  record EquityMarked(long timeNs, Money equity, Money exposure) implements JournalEntry {}

  /// What a foreign currency is worth; written before a fill or a bar in that currency when it has
  /// changed.
  ///
  /// @param amount of the foreign currency, positive
  /// @param worth of it in the base currency, positive
  record RateMarked(long timeNs, Money amount, Money worth) implements JournalEntry {
    public RateMarked {
      if (amount.units() <= 0 || worth.units() <= 0) {
        throw new IllegalArgumentException(
            "a rate must be of positive amounts, but was %s for %s".formatted(worth, amount));
      }
    }

    /// Base currency units in one unit of the foreign currency.
    public double rate() {
      return worth.toDouble() / amount.toDouble();
    }
  }

  /// The loop came to its end.
  ///
  /// @param events market events read
  /// @param equity final equity in the base currency
  record RunFinished(long timeNs, long events, Money equity) implements JournalEntry {}
}
