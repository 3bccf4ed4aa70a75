package quorate.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import quorate.agents.Agent;
import quorate.agents.council.CouncilMember;
import quorate.domain.Bar;
import quorate.domain.EventCursor;
import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.surroundings.Surroundings;
import quorate.market.calendar.Calendars;

class DeskTest {
  /// US equities close at 13:00 instead of 16:00 on 3 July 2024.
  @Test
  void countsTheBarsOfAYearByTypicalSessionsEvenWhereTheFirstClosesEarly() {
    long bars = barsPerYear("US_EQUITIES", "5m", "2024-07-03T12:00:00Z");

    // 6½ hours hold 78 bars of five minutes, 252 times a year.
    assertThat(bars).isEqualTo(78 * 252);
    assertThat(barsPerYear("US_EQUITIES", "5m", "2024-07-08T12:00:00Z")).isEqualTo(bars);
  }

  @Test
  void countsOneBarASessionForDays() {
    assertThat(barsPerYear("US_EQUITIES", "1d", "2024-07-03T12:00:00Z")).isEqualTo(252);
  }

  /// A council of five minutes with trades in minutes 0 to 19 and, after silence, in minute 61.
  /// Nobody decides in between, yet each member sees every bar of its own: 61 of a minute, 12 of
  /// five, 4 of fifteen.
  @Test
  void showsEveryMemberEveryBarOfItsOwnOnceAndInOrder() {
    Remembering minutes = new Remembering("1m");
    Remembering fives = new Remembering("5m");
    Remembering quarters = new Remembering("15m");
    Desk desk = desk(minutes, fives, quarters);

    LongStream.concat(LongStream.range(0, 20), LongStream.of(61))
        .forEach(each -> trade(desk, each));

    assertThat(minutes.seenMinutes).isEqualTo(every(1, 61));
    assertThat(fives.seenMinutes).isEqualTo(every(5, 60));
    assertThat(quarters.seenMinutes).isEqualTo(every(15, 60));
  }

  @Test
  void warmsUpOnWhatLiesBeforeItsBeginning() {
    Remembering fives = new Remembering("5m");
    Desk desk = desk(Example.START + 20 * Example.MINUTE, fives);
    EventCursor event = new EventCursor();

    for (long minute = 0; minute < 20; minute++) {
      event.trade(0, Example.START + minute * Example.MINUTE, 100_000 + minute, 10_000);
      assertThat(desk.warmUp(event)).isTrue();
    }
    event.trade(0, Example.START + 20 * Example.MINUTE, 100_020, 10_000);

    assertThat(desk.warmUp(event)).isFalse();
    assertThat(desk.nextClosed()).isNull();
    // Members look at every bar, so that one that remembers misses none.
    assertThat(fives.seenMinutes).containsExactly(5L, 10L, 15L);
  }

  @Test
  void decidesOnNoBarThatEndsBeforeItsBeginning() {
    Desk desk = desk(Example.START + 20 * Example.MINUTE, new Remembering("5m"));
    EventCursor event = new EventCursor();
    event.trade(0, Example.START + 18 * Example.MINUTE, 100_000, 10_000);
    desk.warmUp(event);

    event.trade(0, Example.START + 27 * Example.MINUTE, 100_001, 10_000);
    desk.update(event);

    assertThat(desk.learn(Objects.requireNonNull(desk.nextClosed()))).isFalse(); // 15 to 20
    assertThat(desk.learn(Objects.requireNonNull(desk.nextClosed()))).isTrue(); // 20 to 25
    assertThat(desk.nextClosed()).isNull();
  }

  /// A trade in one minute, and a decision where it has closed a bar of the council.
  private static void trade(Desk desk, long minute) {
    EventCursor event = new EventCursor();
    event.trade(0, Example.START + minute * Example.MINUTE, 100_000 + minute, 10_000);
    desk.update(event);
    long asOfNs = Long.MIN_VALUE;
    for (Bar bar = desk.nextClosed(); bar != null; bar = desk.nextClosed()) {
      if (desk.learn(bar)) {
        asOfNs = bar.endNs();
      }
    }
    if (asOfNs != Long.MIN_VALUE) {
      desk.decide(event.timeNs);
    }
  }

  private static List<Long> every(long step, long last) {
    return LongStream.rangeClosed(1, last / step).map(each -> each * step).boxed().toList();
  }

  private static Desk desk(Remembering... agents) {
    return desk(Long.MIN_VALUE, agents);
  }

  private static Desk desk(long beginsNs, Remembering... agents) {
    List<CouncilMember> members = new ArrayList<>();
    for (Remembering agent : agents) {
      members.add(new CouncilMember("member " + members.size(), 1, agent));
    }
    return new Desk(
        0,
        Example.BTC,
        Calendars.named("CRYPTO_24_7"),
        Example.playbook().council(),
        Example.playbook().allocation(),
        null,
        members,
        Surroundings.none(),
        Example.START,
        beginsNs);
  }

  /// Writes down the minute in which each observation ended.
  private static final class Remembering implements Agent {
    private final View view;
    private final List<Long> seenMinutes = new ArrayList<>();

    Remembering(String timeframe) {
      view = View.of(Timeframe.parse(timeframe), "close");
    }

    @Override
    public View view() {
      return view;
    }

    @Override
    public Opinion opine(Observation seen) {
      seenMinutes.add((seen.asOfNs() - Example.START) / Example.MINUTE);
      return Opinion.abstain("only remembers");
    }
  }

  private static long barsPerYear(String calendar, String timeframe, String first) {
    return Desk.barsPerYear(
        Calendars.named(calendar),
        Timeframe.parse(timeframe),
        Instant.parse(first).getEpochSecond() * 1_000_000_000L);
  }
}
