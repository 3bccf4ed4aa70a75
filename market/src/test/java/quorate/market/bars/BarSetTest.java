package quorate.market.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.Currency;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Timeframe;
import quorate.domain.property.ForAll;
import quorate.market.calendar.Session;

class BarSetTest {
  private static final long MINUTE = 60_000_000_000L;
  private static final Instrument COIN =
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
          "LISTED");

  private final List<Bar> bars = new ArrayList<>();
  private final EventCursor event = new EventCursor();

  @Test
  void putsATradeIntoTheIntervalCountedFromTheOpen() {
    BarSet set = of(session(1, 7, 100), "5m");

    trade(set, 7, 10);
    trade(set, 11, 12);
    trade(set, 12, 9);
    trade(set, 17, 11);

    // From the open at minute 7: [7, 12) holds 10 and 12, [12, 17) holds 9.
    assertThat(bars).hasSize(2);
    assertBar(bars.get(0), 7, 12, 10, 12, 10, 12, 2);
    assertBar(bars.get(1), 12, 17, 9, 9, 9, 9, 1);
  }

  @Test
  void closesABarOnTheFirstEventAtItsEndAndNotBefore() {
    BarSet set = of(session(1, 0, 100), "5m");
    trade(set, 0, 10);

    event.trade(0, 5 * MINUTE - 1, 11, 1);
    set.update(event);
    assertThat(bars).isEmpty();
    trade(set, 5, 12);

    assertThat(bars).hasSize(1);
    assertBar(bars.get(0), 0, 5, 10, 11, 10, 11, 2);
  }

  @Test
  void givesTheLongerOfTwoBarsThatEndTogetherFirst() {
    BarSet set = of(session(1, 0, 100), "5m", "10m");

    trade(set, 1, 10);
    trade(set, 6, 11);
    trade(set, 10, 12);

    assertThat(bars)
        .extracting(bar -> bar.timeframe().toString())
        .containsExactly("5m", "10m", "5m");
  }

  @Test
  void fillsIntervalsWithoutTradesWithFlatBars() {
    BarSet set = of(session(1, 0, 100), "5m");

    trade(set, 1, 10);
    trade(set, 16, 12);

    assertThat(bars).hasSize(3);
    assertBar(bars.get(1), 5, 10, 10, 10, 10, 10, 0);
    assertThat(bars.get(1).isFlagged(BarFlags.FLAT)).isTrue();
    assertBar(bars.get(2), 10, 15, 10, 10, 10, 10, 0);
  }

  @Test
  void makesNoFlatBarsWhereTheyAreSwitchedOff() {
    BarSet set = new BarSet(0, COIN, session(1, 0, 100), frames("5m"), false, bars::add);

    trade(set, 1, 10);
    trade(set, 16, 12);

    assertThat(bars).hasSize(1);
  }

  @Test
  void makesNoFlatBarsWhileTheMarketPauses() {
    Session withBreak =
        new Session(day(1), 0, 30 * MINUTE, List.of(new Session.Pause(10 * MINUTE, 20 * MINUTE)));
    BarSet set = of(new ListedSessions(List.of(withBreak)), "5m");

    trade(set, 6, 10);
    trade(set, 26, 12);

    // [10, 15) and [15, 20) are the pause; [20, 25) is quiet trading.
    assertThat(bars).extracting(bar -> bar.startNs() / MINUTE).containsExactly(5L, 20L);
  }

  @Test
  void endsTheLastBarOfASessionWithTheSession() {
    BarSet set = of(sessions(session(1, 0, 12), session(2, 60, 100)), "5m");

    trade(set, 11, 10);
    trade(set, 61, 12);

    assertBar(bars.get(0), 10, 12, 10, 10, 10, 10, 1);
    assertThat(bars.get(0).isFlagged(BarFlags.SHORT)).isTrue();
    assertThat(bars).hasSize(1);
  }

  @Test
  void putsTradesAtTheCloseIntoTheBarThatEndsThere() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 60, 100)), "5m", "1d", "3t");

    trade(set, 6, 10);
    trade(set, 10, 12);
    trade(set, 10, 9);
    assertThat(bars).extracting(bar -> bar.timeframe().toString()).containsExactly("3t");
    trade(set, 60, 11);

    assertThat(set.outside()).isZero();
    assertBar(bars.get(0), 6, 10, 10, 12, 9, 9, 3);
    assertBar(bars.get(1), 0, 10, 10, 12, 9, 9, 3);
    assertBar(bars.get(2), 5, 10, 10, 12, 9, 9, 3);
    assertThat(bars).hasSize(3);
  }

  @Test
  void takesTheOnlyTradeOfASessionAtItsClose() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 20, 30), session(3, 60, 100)), "1d");
    trade(set, 1, 10);
    trade(set, 30, 12);
    trade(set, 61, 13);

    assertBar(bars.get(0), 0, 10, 10, 10, 10, 10, 1);
    assertBar(bars.get(1), 20, 30, 12, 12, 12, 12, 1);
  }

  @Test
  void putsATradeAtACloseThatIsAnOpenIntoTheSessionThatOpens() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 10, 20)), "5m");

    trade(set, 6, 10);
    trade(set, 10, 12);
    trade(set, 15, 11);

    assertBar(bars.get(0), 5, 10, 10, 10, 10, 10, 1);
    assertBar(bars.get(1), 10, 15, 12, 12, 12, 12, 1);
  }

  @Test
  void countsATradeAtTheCloseAsLateWhenTheSessionIsOver() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 60, 100)), "5m");
    trade(set, 6, 10);
    event.trade(0, 10 * MINUTE + 1, 99, 1);
    set.update(event);

    trade(set, 10, 98);
    trade(set, 60, 11);
    trade(set, 10, 97);
    trade(set, 66, 12);

    assertThat(set.outside()).isEqualTo(1);
    assertThat(set.late()).isEqualTo(2);
    assertThat(bars).extracting(Bar::high).containsExactly(10L, 11L);
  }

  @Test
  void finishesABarWhoseEndTheStreamHasReached() {
    BarSet set = of(session(1, 0, 10), "5m");
    trade(set, 6, 10);
    trade(set, 10, 12);

    set.finish();

    assertBar(bars.getFirst(), 5, 10, 10, 12, 10, 12, 2);
    assertThat(bars.getFirst().isFlagged(BarFlags.UNFINISHED)).isFalse();
  }

  @Test
  void leavesABarFromTheCloseOnOutside() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 60, 100)), "5m");
    bar(set, 5, 10);

    bar(set, 10, 11);

    assertThat(set.outside()).isEqualTo(1);
    assertThat(bars).hasSize(1);
  }

  @Test
  void continuesQuietlyFromOneSessionToTheNext() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 60, 100)), "5m");

    trade(set, 6, 10);
    trade(set, 66, 12);

    // Nothing while closed; [60, 65) of the new session is quiet and repeats the last close.
    assertThat(bars).extracting(bar -> bar.startNs() / MINUTE).containsExactly(5L, 60L);
    assertThat(bars.get(1).isFlagged(BarFlags.AFTER_GAP)).isFalse();
  }

  @Test
  void flagsTheFirstBarAfterMissingSessions() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 20, 30), session(3, 60, 100)), "5m");

    trade(set, 6, 10);
    trade(set, 66, 12);
    trade(set, 71, 13);

    assertThat(bars).extracting(bar -> bar.startNs() / MINUTE).containsExactly(5L, 65L);
    assertThat(bars.get(1).isFlagged(BarFlags.AFTER_GAP)).isTrue();
  }

  @Test
  void flagsTheFirstBarOfEverySession() {
    BarSet set = of(sessions(session(1, 0, 15), session(2, 60, 100)), "5m", "2t");

    trade(set, 1, 10);
    trade(set, 6, 10);
    trade(set, 11, 10);
    trade(set, 61, 12);
    trade(set, 66, 12);
    trade(set, 71, 12);

    assertThat(bars)
        .filteredOn(bar -> bar.isFlagged(BarFlags.SESSION_START))
        .extracting(bar -> bar.timeframe() + " from " + bar.startNs() / MINUTE)
        .containsExactlyInAnyOrder("5m from 0", "2t from 1", "5m from 60", "2t from 61");
  }

  @Test
  void countsALateTradeAndDoesNotWriteItBack() {
    BarSet set = of(session(1, 0, 100), "5m");
    trade(set, 1, 10);
    trade(set, 6, 11);

    trade(set, 3, 99);
    trade(set, 10, 12);

    assertThat(set.late()).isEqualTo(1);
    assertThat(bars).extracting(Bar::high).containsExactly(10L, 11L);
  }

  @Test
  void countsATradeOutsideEverySession() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 60, 100)), "5m");
    trade(set, 1, 10);

    trade(set, 30, 99);

    assertThat(set.outside()).isEqualTo(1);
    // It only moves the clock: [0, 5) closes with its trade and [5, 10) is flat.
    assertThat(bars).hasSize(2).allMatch(bar -> bar.high() == 10);
  }

  @Test
  void makesLongerBarsFromShorterOnesWithoutDelay() {
    BarSet set = of(session(1, 0, 100), "5m");

    for (int minute = 0; minute < 5; minute++) {
      event.bar(0, minute * MINUTE, (minute + 1) * MINUTE, 10 + minute, 20 + minute, 5, 12, 3);
      set.update(event);
    }

    // The last minute ends with the five minutes, so the bar is known with it.
    assertThat(bars).hasSize(1);
    Bar bar = bars.getFirst();
    assertThat(List.of(bar.open(), bar.high(), bar.low(), bar.close(), bar.volume()))
        .containsExactly(10L, 24L, 5L, 12L, 15L);
  }

  @Test
  void refusesABarThatReachesFromOneIntervalIntoTheNext() {
    BarSet set = of(session(1, 0, 100), "10m");
    bar(set, 0, 4);
    bar(set, 4, 8);

    assertThatThrownBy(() -> bar(set, 8, 12))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a bar must lie within one bar of 10m, but one from 1970-01-01T00:08:00Z to"
                + " 1970-01-01T00:12:00Z reaches beyond 1970-01-01T00:10:00Z; read shorter bars");
  }

  @Test
  void takesABarAsLongAsTheTimeframeWhereItsSourceCountsFrom() {
    BarSet set = of(session(1, 0, 100), "10m");

    bar(set, 5, 15);
    bar(set, 15, 25);
    bar(set, 35, 45);

    // The third comes after a quiet interval on the source's own grid.
    assertThat(bars)
        .extracting(bar -> bar.startNs() / MINUTE + " to " + bar.endNs() / MINUTE)
        .containsExactly("5 to 15", "15 to 25", "25 to 35", "35 to 45");
  }

  @Test
  void takesACalendarDayAsADay() {
    // Sessions from minute 60 of one day to minute 30 of the next.
    int day = 24 * 60;
    BarSet set = of(sessions(session(1, 60 - day, 30), session(2, 60, 30 + day)), "1d");

    bar(set, 0, day);

    assertThat(bars).hasSize(1);
    assertThat(bars.getFirst().endNs()).isEqualTo(day * MINUTE);
  }

  @Test
  void letsAShorterBarOutlastTheSessionWhileTheMarketIsClosed() {
    BarSet set = of(sessions(session(1, 0, 18), session(2, 20, 40), session(3, 40, 60)), "10m");
    bar(set, 10, 15);
    bar(set, 15, 20);

    assertBar(bars.getLast(), 10, 18, 10, 10, 10, 10, 2);
    bar(set, 36, 39);
    assertThatThrownBy(() -> bar(set, 39, 42)).hasMessageContaining("reaches beyond");
  }

  @Test
  void takesAWholeSessionAsADay() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 60, 100), session(3, 100, 150)), "1d");

    trade(set, 1, 10);
    trade(set, 9, 14);
    trade(set, 61, 12);
    trade(set, 100, 13);

    assertBar(bars.get(0), 0, 10, 10, 14, 10, 14, 2);
    assertBar(bars.get(1), 60, 100, 12, 12, 12, 12, 1);
  }

  @Test
  void closesABarOfTradesVolumeOrValueWhenItIsFull() {
    BarSet set = of(session(1, 0, 100), "3t", "4v", "50$");

    // Prices have two places: 1000 is 10.00, so two units are worth 20.
    for (int i = 0; i < 6; i++) {
      event.trade(0, i * MINUTE, 1000, 2);
      set.update(event);
    }

    assertThat(bars.stream().filter(bar -> bar.timeframe().toString().equals("3t")))
        .extracting(Bar::volume)
        .containsExactly(6L, 6L);
    assertThat(bars.stream().filter(bar -> bar.timeframe().toString().equals("4v")))
        .extracting(Bar::trades)
        .containsExactly(2, 2, 2);
    // 20, 40, 60 ≥ 50: three trades a bar.
    assertThat(bars.stream().filter(bar -> bar.timeframe().toString().equals("50$")))
        .extracting(Bar::trades)
        .containsExactly(3, 3);
  }

  @Test
  void refusesToMakeCountedBarsFromBars() {
    BarSet set = of(session(1, 0, 100), "3t");
    event.bar(0, 0, MINUTE, 1, 1, 1, 1, 1);

    assertThatThrownBy(() -> set.update(event))
        .hasMessage("bars of 3t are made from trades, but bars came in");
  }

  @Test
  void givesOutAGrowingBarAtTheEndAndSaysSo() {
    BarSet set = of(session(1, 0, 100), "5m");
    trade(set, 1, 10);
    trade(set, 3, 11);

    set.finish();

    // It knows nothing of minutes 4 and 5, so it ends with the last trade.
    assertThat(bars).hasSize(1);
    assertBar(bars.getFirst(), 0, 3, 10, 11, 10, 11, 2);
    assertThat(bars.getFirst().isFlagged(BarFlags.UNFINISHED)).isTrue();
  }

  @Test
  void givesAnUnfinishedBarOfASingleInstantALength() {
    BarSet set = of(session(1, 0, 100), "5m");
    trade(set, 0, 10);

    set.finish();

    assertThat(bars.getFirst().endNs()).isEqualTo(1);
  }

  /// An independent way to the same bars: sort every trade into its interval first, then fold.
  @Test
  void agreesWithFoldingEachIntervalByItself() {
    ForAll.cases(
        200,
        5,
        BarSetTest::randomTrades,
        trades -> {
          bars.clear();
          BarSet set = new BarSet(0, COIN, session(1, 0, 600), frames("5m"), false, bars::add);
          for (long[] trade : trades) {
            event.trade(0, trade[0], trade[1], trade[2]);
            set.update(event);
          }
          set.finish();

          for (Bar bar : bars) {
            var inside =
                trades.stream()
                    .filter(t -> t[0] >= bar.startNs() && t[0] < bar.startNs() + 5 * MINUTE)
                    .toList();
            assertThat(bar.open()).isEqualTo(inside.getFirst()[1]);
            assertThat(bar.close()).isEqualTo(inside.getLast()[1]);
            assertThat(bar.high()).isEqualTo(inside.stream().mapToLong(t -> t[1]).max().orElse(0));
            assertThat(bar.low()).isEqualTo(inside.stream().mapToLong(t -> t[1]).min().orElse(0));
            assertThat(bar.volume()).isEqualTo(inside.stream().mapToLong(t -> t[2]).sum());
          }
          assertThat(bars.stream().mapToLong(Bar::trades).sum()).isEqualTo(trades.size());
        });
  }

  @Test
  void allocatesNothingForATrade() {
    BarSet set = of(session(1, 0, 10_000_000), "5m", "30m");
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    tradeWithinOneBar(set, 0);
    tradeWithinOneBar(set, 1);

    long before = threads.getCurrentThreadAllocatedBytes();
    tradeWithinOneBar(set, 2);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;

    // The seven bars that close at the beginning (some 900 bytes) and what the JVM links meanwhile
    // are
    // allowed; the smallest object for each of 100,000 trades would be 1,600,000 bytes.
    assertThat(allocated).isLessThan(10_000);
  }

  private void tradeWithinOneBar(BarSet set, int bar) {
    for (int i = 0; i < 100_000; i++) {
      event.trade(0, bar * (30 * MINUTE) + i, 100 + i % 7, 1);
      set.update(event);
    }
  }

  private static List<long[]> randomTrades(RandomGenerator chance) {
    List<long[]> trades = new ArrayList<>();
    long timeNs = 0;
    int count = 1 + chance.nextInt(60);
    for (int i = 0; i < count; i++) {
      timeNs += chance.nextLong(4 * MINUTE);
      trades.add(new long[] {timeNs, chance.nextLong(1, 1000), chance.nextLong(1, 50)});
    }
    return trades;
  }

  private void trade(BarSet set, long minute, long price) {
    event.trade(0, minute * MINUTE, price, 1);
    set.update(event);
  }

  private void bar(BarSet set, long fromMinute, long toMinute) {
    event.bar(0, fromMinute * MINUTE, toMinute * MINUTE, 10, 10, 10, 10, 1);
    set.update(event);
  }

  private BarSet of(ListedSessions calendar, String... timeframes) {
    return new BarSet(0, COIN, calendar, frames(timeframes), true, bars::add);
  }

  private static List<Timeframe> frames(String... timeframes) {
    return List.of(timeframes).stream().map(Timeframe::parse).toList();
  }

  private static ListedSessions session(int day, long openMinute, long closeMinute) {
    return new ListedSessions(
        List.of(new Session(day(day), openMinute * MINUTE, closeMinute * MINUTE, List.of())));
  }

  private static ListedSessions sessions(ListedSessions... each) {
    return new ListedSessions(
        List.of(each).stream().flatMap(list -> list.sessions().stream()).toList());
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 1, day);
  }

  private static void assertBar(
      Bar bar,
      long fromMinute,
      long toMinute,
      long open,
      long high,
      long low,
      long close,
      long volume) {
    assertThat(
            List.of(
                bar.startNs() / MINUTE,
                bar.endNs() / MINUTE,
                bar.open(),
                bar.high(),
                bar.low(),
                bar.close(),
                bar.volume()))
        .containsExactly(fromMinute, toMinute, open, high, low, close, volume);
  }
}
