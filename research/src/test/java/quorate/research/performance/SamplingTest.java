package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
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
  void countsNoHourThatHasNoMark() {
    // Nothing is marked in the pause from 12:00 to 13:00: 7 of the 8 hours give a return.
    EveryDay market = new EveryDay(9, 8, 252, List.of(new Session.Pause(12 * HOUR, 13 * HOUR)));
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START + 9 * HOUR, 1000, 0);
    for (int day = 0; day < 10; day++) {
      for (int hour : new int[] {10, 11, 12, 14, 15, 16, 17}) {
        recorder.mark(START + day * DAY + hour * HOUR, 1000 + hour, 0);
      }
    }

    Sampling sampling = Sampling.of(recorder.curve(), market);

    assertThat(sampling.rule()).isEqualTo(Sampling.Rule.HOURLY);
    assertThat(sampling.periodsPerYear()).isEqualTo(252 * 7);
  }

  /// The worth of one account is looked at every hour, every fourth and every twelfth. Its returns
  /// are independent, so the variance of a year is the same however often it is measured.
  @Test
  void annualisesAboutTheSameHoweverLongTheBarsAre() {
    // 50 days of hourly returns that scatter by 0.4 %: 0.004·√(24·365) = 37.4 % a year.
    double truth = 0.004 * Math.sqrt(24 * 365);

    for (int hours : new int[] {1, 4, 12}) {
      EquityCurve curve = scattered(50, hours);
      Sampling sampling = Sampling.of(curve, EveryDay.aroundTheClock());
      double volatility =
          Moments.deviation(sampling.returns(curve)) * Math.sqrt(sampling.periodsPerYear());

      assertThat(sampling.rule()).isEqualTo(Sampling.Rule.HOURLY);
      assertThat(sampling.periodsPerYear()).isEqualTo(24.0 / hours * 365);
      assertThat(sampling.years()).isCloseTo(50 / 365.0, within(1e-12));
      // The deviation of 100 returns is known to 1/√200 = 7 %; allow thrice that.
      assertThat(volatility).as("%d h", hours).isCloseTo(truth, withinPercentage(21));
    }
  }

  /// Bars of a volume or a number of trades close at any time, in some hours often and in some
  /// never.
  @Test
  void annualisesMarksAtIrregularTimesByTheHoursThatHaveThem() {
    // Each day has four marks in its first hour, one in its sixth and one in its last.
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START, 1000, 0);
    for (int day = 0; day < 30; day++) {
      for (int minute : new int[] {3, 10, 11, 50, 5 * 60 + 7, 23 * 60 + 59}) {
        recorder.mark(START + day * DAY + minute * (HOUR / 60), 1000 + minute % 7, 0);
      }
    }

    Sampling sampling = Sampling.of(recorder.curve(), EveryDay.aroundTheClock());

    assertThat(sampling.rule()).isEqualTo(Sampling.Rule.HOURLY);
    assertThat(sampling.count()).isEqualTo(90);
    assertThat(sampling.periodsPerYear()).isEqualTo(3 * 365);
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

  /// A random walk of hourly steps, marked at the end of every so many hours.
  private static EquityCurve scattered(int days, int hours) {
    Philox chance = Philox.seeded(7);
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    double worth = 1000;
    recorder.mark(START, worth, 0);
    for (int hour = 1; hour <= 24 * days; hour++) {
      worth *= 1 + 0.004 * chance.nextGaussian();
      if (hour % hours == 0) {
        recorder.mark(START + hour * HOUR, worth, 0);
      }
    }
    return recorder.curve();
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
