package quorate.market.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;

/// Laws that hold for the sessions of every calendar, 1998 to 2030.
class SessionOrderTest {
  private static final long FROM_NS = At.utc("1998-01-01T00:00:00Z");
  private static final long TO_NS = At.utc("2031-01-01T00:00:00Z");

  static List<String> calendars() {
    return Calendars.names();
  }

  @ParameterizedTest
  @MethodSource("calendars")
  void ordersSessionsWithoutOverlap(String name) {
    List<Session> sessions = sessions(Calendars.named(name));

    for (int i = 1; i < sessions.size(); i++) {
      Session before = sessions.get(i - 1);
      Session session = sessions.get(i);
      if (session.openNs() < before.closeNs() || !session.date().isAfter(before.date())) {
        fail("sessions must follow each other, but %s came after %s".formatted(session, before));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calendars")
  void keepsBreaksInOrderInsideTheirSession(String name) {
    for (Session session : sessions(Calendars.named(name))) {
      long reached = session.openNs();
      for (Session.Pause pause : session.breaks()) {
        if (pause.fromNs() < reached || pause.toNs() <= pause.fromNs()) {
          fail("breaks must be in order inside their session, but were " + session);
        }
        reached = pause.toNs();
      }
      if (reached > session.closeNs()) {
        fail("breaks must end with their session, but were " + session);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("calendars")
  void hasAboutAsManySessionsAYearAsItSays(String name) {
    SessionCalendar calendar = Calendars.named(name);

    double perYear = sessions(calendar).size() / 33.0;

    assertThat(perYear)
        .isBetween(calendar.sessionsPerYear() - 7.0, calendar.sessionsPerYear() + 7.0);
  }

  @ParameterizedTest
  @MethodSource("calendars")
  void findsTheSessionThatASearchThroughAllFinds(String name) {
    SessionCalendar calendar = Calendars.named(name);
    List<Session> all = sessions(calendar);

    ForAll.cases(
        500,
        7,
        chance -> chance.nextLong(FROM_NS, TO_NS),
        timeNs -> {
          Optional<Session> found = calendar.sessionAt(timeNs);
          int next = firstClosingAfter(all, timeNs);
          if (next < all.size()) {
            assertThat(calendar.sessionAtOrAfter(timeNs)).isEqualTo(all.get(next));
            assertThat(found)
                .isEqualTo(
                    all.get(next).contains(timeNs) ? Optional.of(all.get(next)) : Optional.empty());
            assertThat(calendar.isOpen(timeNs)).isEqualTo(all.get(next).isOpen(timeNs));
          }
        });
  }

  @Test
  void findsSessionsByDateThroughTheDoorwayAlone() {
    SessionCalendar calendar = Calendars.named("CME_EQUITY_INDEX");
    SessionCalendar bare = new OnlyTheDoorway(calendar);

    for (LocalDate date = LocalDate.of(2019, 12, 20);
        date.isBefore(LocalDate.of(2020, 1, 10));
        date = date.plusDays(1)) {
      assertThat(bare.sessionOn(date)).isEqualTo(calendar.sessionOn(date));
    }
  }

  @Test
  void allocatesNothingForALookUpOnceTheDaysWereSeen() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    SessionCalendar calendar = Calendars.named("CME_EQUITY_INDEX");
    long stepNs = 600 * 1_000_000_000L;
    int open = 0;
    long before = 0;

    // Ten minutes at a time through half a year, weekends included; the first round computes.
    for (int round = 0; round < 3; round++) {
      before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 26_000; i++) {
        open += calendar.isOpen(FROM_NS + i * stepNs) ? 1 : 0;
      }
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    assertThat(open).isBetween(3 * 15_000, 3 * 20_000);
    assertThat(allocated).isLessThan(1_000);
  }

  @Test
  void answersSeveralThreadsAlike() throws Exception {
    SessionCalendar shared = Calendars.named("CME_EQUITY_INDEX");
    Callable<Long> walk =
        () -> {
          RandomGenerator chance = Philox.seeded(3);
          long sum = 0;
          for (int i = 0; i < 5_000; i++) {
            sum += shared.sessionAtOrAfter(chance.nextLong(FROM_NS, TO_NS)).closeNs() % 1_000_003;
          }
          return sum;
        };

    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<Long>> sums = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sums.add(threads.submit(walk));
      }
      for (Future<Long> sum : sums) {
        assertThat(sum.get()).isEqualTo(walk.call());
      }
    }
  }

  @Test
  void refusesADateBeyondTheRangeOfNanoseconds() {
    assertThatThrownBy(() -> Calendars.named("FX_WEEK").sessionOn(LocalDate.of(2300, 1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("date must be in 1678 to 2261, but was 2300-01-01 (calendar FX_WEEK)");
  }

  private static int firstClosingAfter(List<Session> all, long timeNs) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).closeNs() > timeNs) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  private static List<Session> sessions(SessionCalendar calendar) {
    List<Session> sessions = new ArrayList<>();
    for (LocalDate date = LocalDate.of(1998, 1, 1);
        date.getYear() <= 2030;
        date = date.plusDays(1)) {
      calendar.sessionOn(date).ifPresent(sessions::add);
    }
    return sessions;
  }

  /// A calendar of somebody else, who implements no more than the doorway asks.
  private record OnlyTheDoorway(SessionCalendar behind) implements SessionCalendar {
    @Override
    public String name() {
      return behind.name();
    }

    @Override
    public ZoneId zone() {
      return behind.zone();
    }

    @Override
    public Optional<Session> sessionAt(long timeNs) {
      return behind.sessionAt(timeNs);
    }

    @Override
    public Session sessionAtOrAfter(long timeNs) {
      return behind.sessionAtOrAfter(timeNs);
    }

    @Override
    public int sessionsPerYear() {
      return behind.sessionsPerYear();
    }
  }
}
