package quorate.market.feed;

import quorate.domain.EventCursor;

/// A stream of market events in the order in which they became known.
///
/// Times never go back. One reader, one thread; the cursor is the reader's and is overwritten by
/// every call.
public interface Feed extends AutoCloseable {
  /// Moves to the next event.
  ///
  /// @param into filled with the event
  /// @return false at the end, when `into` is left as it was
  boolean next(EventCursor into);

  @Override
  void close();
}
