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

  /// Says that the tape is whole: nothing follows, and the file says so. Once is enough.
  void seal();

  /// Lets the tape go. One that was not sealed stays as it is and reads like that of a writer who
  /// died, so that work which ended early does not look whole.
  @Override
  void close();
}
