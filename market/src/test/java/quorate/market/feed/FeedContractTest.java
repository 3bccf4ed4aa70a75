package quorate.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Instruments;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.market.tape.TapeFeed;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeWriter;

/// What every feed promises: at its end it leaves the reader's cursor as it was, however often it
/// is asked.
class FeedContractTest {
  private static final Instruments COIN =
      Instruments.of(
          new Instrument(
              "BTC-USD",
              "BITSTAMP",
              "crypto",
              InstrumentKind.CRYPTO,
              1,
              1,
              BigDecimal.ONE,
              Currency.USD,
              2,
              0,
              "CRYPTO_24_7"));

  @TempDir Path folder;
  private Path tape;
  private Path other;

  @BeforeEach
  void write() {
    tape = folder.resolve("one.tape");
    other = folder.resolve("other.tape");
    write(tape, 10, 40);
    write(other, 50, 30);
  }

  @Test
  void aTapeLeavesTheCursorAsItWas() {
    requireLeft(TapeFeed.of(List.of(tape), COIN), 1, 40);
  }

  @Test
  void tapesOneAfterTheOtherLeaveTheCursorAsItWas() {
    requireLeft(TapeFeed.of(List.of(tape, other), COIN), 2, 30);
  }

  @Test
  void mergedFeedsLeaveTheCursorAsItWas() {
    Feed merged =
        new MergedFeed(
            List.of(TapeFeed.of(List.of(other), COIN), TapeFeed.of(List.of(tape), COIN)));

    requireLeft(merged, 2, 30);
  }

  @Test
  void aFeedOfNothingLeavesTheCursorAsItWas() {
    requireLeft(TapeFeed.of(List.of(), COIN), 0, 78);
    requireLeft(new MergedFeed(List.of(TapeFeed.of(List.of(), COIN))), 0, 78);
  }

  private static void requireLeft(Feed feed, int events, long lastPrice) {
    EventCursor event = new EventCursor();
    event.trade(0, 1, 78, 79);
    EventCursor last = new EventCursor();
    int read = 0;
    last.copyFrom(event);
    try (feed) {
      while (feed.next(event)) {
        read++;
        last.copyFrom(event);
      }
      assertThat(feed.next(event)).isFalse();
    }

    assertThat(read).isEqualTo(events);
    assertThat(event.price).isEqualTo(lastPrice);
    assertThat(event).usingRecursiveComparison().isEqualTo(last);
  }

  /// One trade, and a journal entry behind it.
  private static void write(Path file, long timeNs, long price) {
    EventCursor event = new EventCursor();
    event.trade(0, timeNs, price, 1);
    try (TapeWriter writer = TapeWriter.journal(file, TapeHeader.of(COIN))) {
      writer.append(event);
      writer.append(new InputReferenced(timeNs, "a", "b", 0, 1, 1));
    }
  }
}
