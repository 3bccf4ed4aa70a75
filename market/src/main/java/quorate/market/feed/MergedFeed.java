package quorate.market.feed;

import java.util.List;
import quorate.domain.EventCursor;

/// Several feeds as one, ordered by time; events of equal time come in the order of their feeds.
///
/// Each feed has one event waiting in a cursor of its own, so an event costs one comparison per
/// level of a small heap and allocates nothing. Not for use by two threads.
public final class MergedFeed implements Feed {
  private final Feed[] feeds;
  private final EventCursor[] waiting;
  private final int[] heap;
  private int size;
  private boolean begun;

  /// @param feeds each in time order; closed with this
  public MergedFeed(List<? extends Feed> feeds) {
    this.feeds = feeds.toArray(new Feed[0]);
    waiting = new EventCursor[this.feeds.length];
    heap = new int[this.feeds.length];
  }

  /// @throws IllegalStateException when a feed's time goes back
  @Override
  public boolean next(EventCursor into) {
    if (!begun) {
      begin();
    }
    if (size == 0) {
      return false;
    }
    int first = heap[0];
    EventCursor event = waiting[first];
    into.copyFrom(event);
    if (!feeds[first].next(event)) {
      heap[0] = heap[--size];
    } else if (event.timeNs < into.timeNs) {
      throw new IllegalStateException(
          "times of a feed must not go back, but feed %d gave %d ns after %d ns"
              .formatted(first, event.timeNs, into.timeNs));
    }
    sink(0);
    return true;
  }

  private void begin() {
    begun = true;
    for (int i = 0; i < feeds.length; i++) {
      waiting[i] = new EventCursor();
      if (feeds[i].next(waiting[i])) {
        heap[size++] = i;
      }
    }
    for (int i = size / 2 - 1; i >= 0; i--) {
      sink(i);
    }
  }

  private void sink(int from) {
    int place = from;
    while (true) {
      int child = 2 * place + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], heap[place])) {
        return;
      }
      int swapped = heap[place];
      heap[place] = heap[child];
      heap[child] = swapped;
      place = child;
    }
  }

  private boolean isBefore(int a, int b) {
    long timeA = waiting[a].timeNs;
    long timeB = waiting[b].timeNs;
    return timeA < timeB || (timeA == timeB && a < b);
  }

  /// Closes every feed, even when closing one of them fails.
  @Override
  public void close() {
    RuntimeException failure = null;
    for (Feed feed : feeds) {
      try {
        feed.close();
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
