package quorate.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import quorate.domain.EventCursor;
import quorate.domain.chance.Philox;

class EventChecksumTest {
  @Test
  void isTheSameHoweverTheEventsAreDivided() {
    EventChecksum whole = new EventChecksum();
    add(whole, 0, 100);

    for (int cut = 0; cut <= 100; cut++) {
      EventChecksum first = new EventChecksum();
      EventChecksum second = new EventChecksum();
      add(first, 0, cut);
      add(second, cut, 100);
      first.append(second.sum(), second.events());

      assertThat(first.sum()).isEqualTo(whole.sum());
      assertThat(first.events()).isEqualTo(100);
    }
  }

  @Test
  void changesWithEveryFieldOfABar() {
    List<Consumer<EventCursor>> changes =
        List.of(
            event -> {},
            event -> event.startNs++,
            event -> event.timeNs++,
            event -> event.flags++,
            event -> event.price++,
            event -> event.high++,
            event -> event.low++,
            event -> event.close++,
            event -> event.quantity++);
    Set<String> sums = new HashSet<>();

    for (Consumer<EventCursor> change : changes) {
      EventCursor event = new EventCursor();
      event.bar(0, 1, 2, 30, 40, 20, 35, 7);
      change.accept(event);
      EventChecksum checksum = new EventChecksum();
      checksum.add(event);
      sums.add(checksum.toString());
    }

    assertThat(sums).hasSize(changes.size()).allMatch(sum -> sum.length() == 16);
  }

  @Test
  void changesWithTheOrderOfTheEvents() {
    EventCursor one = new EventCursor();
    one.trade(0, 1, 100, 1);
    EventCursor other = new EventCursor();
    other.trade(0, 1, 101, 1);
    EventChecksum forth = new EventChecksum();
    EventChecksum back = new EventChecksum();

    forth.add(one);
    forth.add(other);
    back.add(other);
    back.add(one);

    assertThat(forth.sum()).isNotEqualTo(back.sum());
  }

  @Test
  void readsNothingThatAnEventBeforeHasLeftInTheCursor() {
    EventCursor fresh = new EventCursor();
    fresh.trade(0, 1, 100, 1);
    EventCursor used = new EventCursor();
    used.bar(0, 1, 2, 30, 40, 20, 35, 7);
    used.trade(0, 1, 100, 1);
    EventChecksum ofFresh = new EventChecksum();
    EventChecksum ofUsed = new EventChecksum();

    ofFresh.add(fresh);
    ofUsed.add(used);

    assertThat(ofUsed.sum()).isEqualTo(ofFresh.sum());
  }

  /// The events numbered from `from` to before `to` of one seeded stream.
  private static void add(EventChecksum checksum, int from, int to) {
    Philox chance = Philox.seeded(5);
    EventCursor event = new EventCursor();
    for (int i = 0; i < to; i++) {
      event.trade(0, i, chance.nextLong(), chance.nextLong());
      if (i >= from) {
        checksum.add(event);
      }
    }
  }
}
