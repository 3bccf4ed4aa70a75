package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.market.calendar.Session;

class SamplingTest {
  private static final long HOUR = EveryDay.HOUR_NS;
  private static final long DAY = EveryDay.DAY_NS;
  private static final long START = EveryDay.START_NS;

  @Test
  void takesDailyReturnsFromSixtySessionsOn() {
    EquityCurve sixtyDays = Curves.daily(100, new double[60]);
    EquityCurve fiftyNineDays = Curves.daily(100, new double[59]);

    Sampling sixty = Sampling.of(sixtyDays, EveryDay.aroundTheClock());
    Sampling fiftyNine = Sampling.of(fiftyNineDays, EveryDay.aroundTheClock());

    assertThat(sixty.rule()).isEqualTo(Sampling.Rule.DAILY);
    assertThat(sixty.count()).isEqualTo(60);
    assertThat(sixty.periodsPerYear()).isEqualTo(365);
    assertThat(fiftyNine.rule()).isEqualTo(Sampling.Rule.PER_MARK);
  }

  @Test
  void takesTheLastMarkOfEachSession() {
    // Three marks a day for 60 days: 101, 99 and 110, so each session ends at 110.
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START, 100, 0);
    for (int day = 0; day < 60; day++) {
      recorder.mark(START + day * DAY + HOUR, 101, 0);
      recorder.mark(START + day * DAY + 2 * HOUR, 99, 0);
      recorder.mark(START + (day + 1) * DAY, 110, 0);
    }
    EquityCurve curve = recorder.curve();

    Sampling sampling = Sampling.of(curve, EveryDay.aroundTheClock());

    assertThat(sampling.returns(curve)[0]).isCloseTo(0.1, within(1e-15));
    assertThat(sampling.returns(curve)[1]).isZero();
    assertThat(sampling.endNs(0)).isEqualTo(START + DAY);
  }

  @Test
  void countsAMarkAtTheCloseInTheSessionThatCloses() {
    EveryDay market = new EveryDay(9, 8, 252, List.of());
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START + 9 * HOUR, 100, 0);
    recorder.mark(START + 17 * HOUR, 105, 0);
    EquityCurve curve = recorder.curve();

    Sampling sampling = Sampling.of(curve, market);

    assertThat(sampling.sessions()).isEqualTo(1);
    assertThat(sampling.endNs(0)).isEqualTo(START + 17 * HOUR);
  }

  @Test
  void takesHourlyReturnsOfAShortRun() {
    // Ten sessions of 8 hours from 09:00, a mark every 30 minutes: 80 hours, 8 a session.
    EveryDay market = new EveryDay(9, 8, 252, List.of());
    EquityCurve curve = everyHalfHour(10, 9, 8);

    Sampling sampling = Sampling.of(curve, market);

    assertThat(sampling.rule()).isEqualTo(Sampling.Rule.HOURLY);
    assertThat(sampling.count()).isEqualTo(80);
    assertThat(sampling.periodsPerYear()).isEqualTo(252 * 8);
    assertThat(sampling.endNs(0)).isEqualTo(START + 10 * HOUR);
    assertThat(sampling.sentence())
        .isEqualTo(
            "Returns are taken hourly, because the run has fewer than 60 sessions: 80 returns over"
                + " 10 sessions, 2,016 a year.");
  }

  @Test
  void doesNotCountHoursInsideAPause() {
    // The hour from 12:00 to 13:00 is a pause: 7 of the 8 hours are open.
    EveryDay market = new EveryDay(9, 8, 252, List.of(new Session.Pause(12 * HOUR, 13 * HOUR)));

    Sampling sampling = Sampling.of(everyHalfHour(10, 9, 8), market);

    assertThat(sampling.periodsPerYear()).isEqualTo(252 * 7);
  }

  @Test
  void fallsBackToMarksInAVeryShortRun() {
    // 2 sessions with 10 marks each: 20 returns, 10 a session, 3650 a year.
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START, 100, 0);
    for (int mark = 1; mark <= 20; mark++) {
      recorder.mark(START + mark * DAY / 10, 100 + mark, 0);
    }

    Sampling sampling = Sampling.of(recorder.curve(), EveryDay.aroundTheClock());

    assertThat(sampling.rule()).isEqualTo(Sampling.Rule.PER_MARK);
    assertThat(sampling.count()).isEqualTo(20);
    assertThat(sampling.periodsPerYear()).isEqualTo(3650);
    assertThat(sampling.years()).isCloseTo(2 / 365.0, within(1e-15));
  }

  @Test
  void leavesAMarkOutsideTradingToTheSessionBefore() {
    EveryDay market = new EveryDay(9, 8, 252, List.of());
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START + 9 * HOUR, 100, 0);
    recorder.mark(START + 16 * HOUR, 104, 0);
    recorder.mark(START + 20 * HOUR, 103, 0);
    recorder.mark(START + DAY + 10 * HOUR, 106, 0);

    Sampling sampling = Sampling.of(recorder.curve(), market);

    assertThat(sampling.sessionEnds()).hasSize(2);
    assertThat(sampling.sessionEnds().getFirst().timeNs()).isEqualTo(START + 20 * HOUR);
  }

  @Test
  void hasNoReturnsOfASingleMark() {
    Sampling sampling = Sampling.of(Curves.through(100), EveryDay.aroundTheClock());

    assertThat(sampling.count()).isZero();
    assertThat(sampling.years()).isZero();
  }

  @Test
  void callsALostAccountAHundredPercentLossOnce() {
    EquityCurve curve = Curves.through(100, 50, -20, -30, 10);

    double[] returns = Sampling.of(curve, EveryDay.aroundTheClock()).returns(curve);

    assertThat(returns).containsExactly(-0.5, -1, 0, 0);
  }

  private static EquityCurve everyHalfHour(int days, int fromHour, int hours) {
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START + fromHour * HOUR, 1000, 0);
    for (int day = 0; day < days; day++) {
      for (int half = 1; half <= 2 * hours; half++) {
        recorder.mark(START + day * DAY + fromHour * HOUR + half * HOUR / 2, 1000 + half, 0);
      }
    }
    return recorder.curve();
  }
}
