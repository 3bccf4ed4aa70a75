package quorate.market.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static quorate.market.bars.Minutes.COIN;
import static quorate.market.bars.Minutes.MINUTE;
import static quorate.market.bars.Minutes.assertBar;
import static quorate.market.bars.Minutes.bar;
import static quorate.market.bars.Minutes.frames;
import static quorate.market.bars.Minutes.session;
import static quorate.market.bars.Minutes.trade;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.domain.EventCursor;
import quorate.domain.property.ForAll;

/// When a bar closes and what it holds.
class BarSetTest {
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

  private BarSet of(ListedSessions calendar, String... timeframes) {
    return new BarSet(0, COIN, calendar, frames(timeframes), true, bars::add);
  }
}
