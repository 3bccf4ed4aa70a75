package quorate.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.EventCursor;
import quorate.market.feed.Feed;

class BenchMarketTest {
  @TempDir Path folder;

  @Test
  void daysLeaveTheCursorAsItWasAtTheEnd() {
    Path tape = folder.resolve("session.tape");
    BenchMarket.write(BenchMarket.session(10), tape);

    requireLeft(BenchMarket.days(tape, 25), 25);
  }

  @Test
  void minuteBarsLeaveTheCursorAsItWasAtTheEnd() {
    requireLeft(BenchMarket.minuteBars(new long[] {100, 125, 150}), 3);
  }

  private static void requireLeft(Feed feed, int events) {
    EventCursor event = new EventCursor();
    EventCursor last = new EventCursor();
    int read = 0;
    try (feed) {
      while (feed.next(event)) {
        read++;
        last.copyFrom(event);
      }
    }

    assertThat(read).isEqualTo(events);
    assertThat(event).usingRecursiveComparison().isEqualTo(last);
  }
}
