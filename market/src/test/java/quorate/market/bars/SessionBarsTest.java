package quorate.market.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static quorate.market.bars.Minutes.COIN;
import static quorate.market.bars.Minutes.MINUTE;
import static quorate.market.bars.Minutes.assertBar;
import static quorate.market.bars.Minutes.bar;
import static quorate.market.bars.Minutes.day;
import static quorate.market.bars.Minutes.frames;
import static quorate.market.bars.Minutes.session;
import static quorate.market.bars.Minutes.sessions;
import static quorate.market.bars.Minutes.trade;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.Bar;
import quorate.domain.BarFlags;
import quorate.market.calendar.Session;

/// Bars at the open, the close and the pauses of sessions.
class SessionBarsTest {
  private final List<Bar> bars = new ArrayList<>();

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
  void putsATradeAtACloseThatIsAnOpenIntoTheSessionThatOpens() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 10, 20)), "5m");

    trade(set, 6, 10);
    trade(set, 10, 12);
    trade(set, 15, 11);

    assertBar(bars.get(0), 5, 10, 10, 10, 10, 10, 1);
    assertBar(bars.get(1), 10, 15, 12, 12, 12, 12, 1);
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
  void countsATradeOutsideEverySession() {
    BarSet set = of(sessions(session(1, 0, 10), session(2, 60, 100)), "5m");
    trade(set, 1, 10);

    trade(set, 30, 99);

    assertThat(set.outside()).isEqualTo(1);
    // It only moves the clock: [0, 5) closes with its trade and [5, 10) is flat.
    assertThat(bars).hasSize(2).allMatch(bar -> bar.high() == 10);
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

  private BarSet of(ListedSessions calendar, String... timeframes) {
    return new BarSet(0, COIN, calendar, frames(timeframes), true, bars::add);
  }
}
