package quorate.market.tape;

import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;

/// Where everything that enters or leaves the loop is written, in order. One writer, one thread.
public interface Tape extends AutoCloseable {
  /// Writes a market event. Allocates nothing.
  void append(EventCursor event);

  /// Writes a journal entry.
  void append(JournalEntry entry);

  /// Makes what was written so far survive a loss of power.
  void force();

  @Override
  void close();
}
