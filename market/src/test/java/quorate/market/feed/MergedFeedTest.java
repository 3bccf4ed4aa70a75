package quorate.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import quorate.domain.EventCursor;
import quorate.domain.property.ForAll;

class MergedFeedTest {
  /// A feed of listed times; each event says its feed and its place.
  private static final class ListedFeed implements Feed {
    private final int number;
    private final long[] times;
    private int next;
    private boolean closed;

    ListedFeed(int number, long... times) {
      this.number = number;
      this.times = times;
    }

    @Override
    public boolean next(EventCursor into) {
      if (next == times.length) {
        return false;
      }
      into.trade(number, times[next], 1, next);
      next++;
      return true;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private record Seen(long timeNs, int feed, long place) {}

  private static List<Seen> all(Feed feed) {
    List<Seen> seen = new ArrayList<>();
    EventCursor event = new EventCursor();
    while (feed.next(event)) {
      seen.add(new Seen(event.timeNs, event.instrument, event.quantity));
    }
    return seen;
  }

  @Test
  void givesEqualTimesInTheOrderOfTheFeeds() {
    Feed merged =
        new MergedFeed(
            List.of(new ListedFeed(0, 5, 5), new ListedFeed(1, 1, 5), new ListedFeed(2, 5)));

    assertThat(all(merged))
        .containsExactly(
            new Seen(1, 1, 0),
            new Seen(5, 0, 0),
            new Seen(5, 0, 1),
            new Seen(5, 1, 1),
            new Seen(5, 2, 0));
  }

  @Test
  void isAStableSortOfAnyFeeds() {
    ForAll.cases(
        300,
        17,
        random -> {
          List<long[]> feeds = new ArrayList<>();
          int count = random.nextInt(8);
          for (int i = 0; i < count; i++) {
            feeds.add(random.longs(random.nextInt(30), 0, 12).sorted().toArray());
          }
          return feeds;
        },
        times -> {
          List<Seen> expected = new ArrayList<>();
          List<ListedFeed> feeds = new ArrayList<>();
          for (int i = 0; i < times.size(); i++) {
            feeds.add(new ListedFeed(i, times.get(i)));
            for (int place = 0; place < times.get(i).length; place++) {
              expected.add(new Seen(times.get(i)[place], i, place));
            }
          }
          expected.sort(Comparator.comparingLong(Seen::timeNs));

          assertThat(all(new MergedFeed(feeds))).isEqualTo(expected);
        });
  }

  @Test
  void allocatesNothingForAnEvent() {
    long[] times = LongStream.range(0, 200_000).toArray();
    Feed merged =
        new MergedFeed(
            List.of(new ListedFeed(0, times), new ListedFeed(1, times), new ListedFeed(2, times)));
    EventCursor event = new EventCursor();
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    merged.next(event);
    threads.getCurrentThreadAllocatedBytes();

    long before = threads.getCurrentThreadAllocatedBytes();
    int events = 1;
    while (merged.next(event)) {
      events++;
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(events).isEqualTo(600_000);
    // The measurement itself may take a few bytes, a thousandth of one an event at most.
    assertThat(allocated).isLessThan(600);
  }

  @Test
  void leavesTheCursorAsItWasAtTheEnd() {
    Feed merged = new MergedFeed(List.of(new ListedFeed(0, 3)));
    EventCursor event = new EventCursor();
    merged.next(event);

    boolean more = merged.next(event);

    assertThat(more).isFalse();
    assertThat(event.timeNs).isEqualTo(3);
  }

  @Test
  void refusesAFeedWhoseTimeGoesBack() {
    Feed merged = new MergedFeed(List.of(new ListedFeed(0, 1), new ListedFeed(1, 5, 4)));

    assertThatThrownBy(() -> all(merged))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("times of a feed must not go back, but feed 1 gave 4 ns after 5 ns");
  }

  @Test
  void closesEveryFeedEvenWhenOneFails() {
    ListedFeed last = new ListedFeed(1);
    Feed failing =
        new Feed() {
          @Override
          public boolean next(EventCursor into) {
            return false;
          }

          @Override
          public void close() {
            throw new IllegalStateException("stuck");
          }
        };

    assertThatThrownBy(() -> new MergedFeed(List.of(failing, last)).close()).hasMessage("stuck");
    assertThat(last.closed).isTrue();
  }
}
