package quorate.trading.broker;

import quorate.domain.JournalEntry;

/// Takes what a broker has to say, in the order in which it happened.
@FunctionalInterface
public interface BrokerEvents {
  void on(JournalEntry.BrokerEvent event);
}
