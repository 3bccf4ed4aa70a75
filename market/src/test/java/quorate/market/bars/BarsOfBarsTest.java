package quorate.market.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static quorate.market.bars.Minutes.COIN;
import static quorate.market.bars.Minutes.MINUTE;
import static quorate.market.bars.Minutes.assertBar;
import static quorate.market.bars.Minutes.bar;
import static quorate.market.bars.Minutes.day;
import static quorate.market.bars.Minutes.frames;
import static quorate.market.bars.Minutes.session;
import static quorate.market.bars.Minutes.sessions;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.Bar;
import quorate.domain.EventCursor;

/// Longer bars from shorter ones, and bars that are taken as they are.
class BarsOfBarsTest {
  private final List<Bar> bars = new ArrayList<>();
  private final EventCursor event = new EventCursor();

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
  void refusesToMakeCountedBarsFromBars() {
    BarSet set = of(session(1, 0, 100), "3t");
    event.bar(0, 0, MINUTE, 1, 1, 1, 1, 1);

    assertThatThrownBy(() -> set.update(event))
        .hasMessage("bars of 3t are made from trades, but bars came in");
  }

  private BarSet of(ListedSessions calendar, String... timeframes) {
    return new BarSet(0, COIN, calendar, frames(timeframes), true, bars::add);
  }
}
