package quorate.research.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static quorate.research.performance.EveryDay.DAY_NS;
import static quorate.research.performance.EveryDay.HOUR_NS;
import static quorate.research.performance.EveryDay.START_NS;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import quorate.domain.Currency;
import quorate.domain.Instrument;
import quorate.domain.InstrumentKind;
import quorate.domain.Money;
import quorate.domain.RoundTrip;
import quorate.domain.Side;

class PerformanceTest {
  @Test
  void measuresASmallRunByHand() {
    // 60 days: +1 % and −0.5 % in turn, so 30 of each.
    double[] returns = new double[60];
    for (int i = 0; i < 60; i++) {
      returns[i] = i % 2 == 0 ? 0.01 : -0.005;
    }

    Performance performance = Curves.measured(Curves.record(Curves.daily(1000, returns)));

    // Total: 1.01³⁰ · 0.995³⁰ − 1.
    double total = Math.pow(1.01 * 0.995, 30) - 1;
    assertThat(performance.returns().totalReturn()).isCloseTo(total, within(1e-12));
    // Annual: to the power 365 / 60.
    assertThat(performance.returns().annualReturn().orElseThrow())
        .isCloseTo(Math.pow(1 + total, 365.0 / 60) - 1, within(1e-9));
    // Mean 0.0025; each return is 0.0075 from it, so s = 0.0075·√(60/59).
    double deviation = 0.0075 * Math.sqrt(60.0 / 59);
    assertThat(performance.returns().volatility().orElseThrow())
        .isCloseTo(deviation * Math.sqrt(365), within(1e-12));
    assertThat(performance.returns().sharpe().orElseThrow())
        .isCloseTo(0.0025 / deviation * Math.sqrt(365), within(1e-9));
    // Downside: √(30·0.005² / 60) = 0.005/√2.
    assertThat(performance.returns().sortino().orElseThrow())
        .isCloseTo(0.0025 / (0.005 / Math.sqrt(2)) * Math.sqrt(365), within(1e-9));
    // Deepest fall: one day of −0.5 %.
    assertThat(performance.value(Metric.MAXIMUM_DRAWDOWN).orElseThrow())
        .isCloseTo(0.005, within(1e-12));
    assertThat(performance.returns().valueAtRisk().orElseThrow()).isCloseTo(-0.005, within(1e-12));
  }

  @Test
  void leavesOutWhatIsUndefinedWithoutReturns() {
    Performance performance = Curves.measured(Curves.record(Curves.through(1000)));

    assertThat(performance.returns().totalReturn()).isZero();
    for (Metric metric :
        List.of(
            Metric.ANNUAL_RETURN,
            Metric.SHARPE,
            Metric.SORTINO,
            Metric.CALMAR,
            Metric.VALUE_AT_RISK,
            Metric.PROBABILISTIC_SHARPE,
            Metric.WIN_RATE,
            Metric.PROFIT_FACTOR,
            Metric.EXPECTANCY,
            Metric.TIME_IN_MARKET,
            Metric.TURNOVER,
            Metric.BEST_MONTH,
            Metric.ALPHA)) {
      assertThat(performance.value(metric)).as(metric.name()).isEmpty();
    }
    assertThat(performance.luck().judgement()).isEqualTo(Luck.Judgement.NO_TRADES);
  }

  @Test
  void leavesOutRatiosOfReturnsThatDoNotVary() {
    double[] returns = new double[80];
    Arrays.fill(returns, 0.01);

    Performance performance =
        Performance.of(
            withBenchmark(Curves.daily(100, returns), Curves.daily(100, new double[80])),
            PerformanceSettings.defaults());

    assertThat(performance.returns().volatility()).hasValue(0);
    for (Metric metric :
        List.of(
            Metric.SHARPE,
            Metric.SORTINO,
            Metric.CALMAR,
            Metric.SKEW,
            Metric.KURTOSIS,
            Metric.PROBABILISTIC_SHARPE,
            Metric.ALPHA,
            Metric.BETA,
            Metric.CORRELATION,
            Metric.INFORMATION_RATIO)) {
      assertThat(performance.value(metric)).as(metric.name()).isEmpty();
    }
  }

  @Test
  void measuresAMonthByTheCalendarHoweverFewTheMarks() {
    // Bars of 12 hours give 2 returns a day: 31 days are more than a twelfth of 365.25, 30 are
    // less.
    Performance month = Curves.measured(Curves.record(twiceADay(31)));
    Performance shorter = Curves.measured(Curves.record(twiceADay(30)));

    // 62 % in 31 of 365 days.
    assertThat(month.returns().annualReturn().orElseThrow())
        .isCloseTo(Math.pow(1.62, 365.0 / 31) - 1, within(1e-9));
    assertThat(shorter.returns().annualReturn()).isEmpty();
  }

  private static EquityCurve twiceADay(int days) {
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    for (int half = 0; half <= 2 * days; half++) {
      recorder.mark(EveryDay.START_NS + half * 12L * EveryDay.HOUR_NS, 100 + half, 0);
    }
    return recorder.curve();
  }

  @Test
  void tellsNothingThatRestsOnTheMeanOfLessThanAMonth() {
    double[] week = {0.01, -0.02, -0.01, 0.005, -0.02, -0.01, 0.004};
    double[] longer = Arrays.copyOf(week, 40); // 40 days are longer than a month

    Performance shortRun = Curves.measured(Curves.record(Curves.daily(1000, week)));
    Performance longRun = Curves.measured(Curves.record(Curves.daily(1000, longer)));

    for (Metric metric :
        List.of(Metric.ANNUAL_RETURN, Metric.SHARPE, Metric.SORTINO, Metric.PROBABILISTIC_SHARPE)) {
      assertThat(shortRun.value(metric)).as(metric.name()).isEmpty();
      assertThat(longRun.value(metric)).as(metric.name()).isPresent();
    }
  }

  @Test
  void doesNotJudgeARunShorterThanAMonth() {
    // The same 31 days of 60 rising returns or one day less; trades enough for a verdict.
    ClosedTrade[] trades = new ClosedTrade[Luck.ENOUGH_TRADES];
    Arrays.fill(trades, Curves.trade(1));

    Luck month = Curves.measured(Curves.record(twiceADay(31), trades)).luck();
    Luck shorter = Curves.measured(Curves.record(twiceADay(30), trades)).luck();

    assertThat(month.judgement()).isEqualTo(Luck.Judgement.UNLIKELY_LUCK);
    assertThat(month.minimumReturns()).isPresent();
    assertThat(shorter.judgement()).isEqualTo(Luck.Judgement.TOO_SHORT);
    assertThat(shorter.minimumReturns()).isEmpty();
    assertThat(shorter.minimumYears()).isEmpty();
  }

  @Test
  void doesNotCompoundADayToAYear() {
    Performance performance = Curves.measured(Curves.record(Curves.through(100, 101, 103)));

    assertThat(performance.returns().annualReturn()).isEmpty();
    assertThat(performance.returns().calmar()).isEmpty();
    assertThat(performance.returns().totalReturn()).isCloseTo(0.03, within(1e-15));
  }

  @Test
  void countsTradesNetOfCommission() {
    ClosedTrade[] trades = {
      Curves.trade(30, OptionalDouble.of(10)),
      Curves.trade(-10, OptionalDouble.of(20)),
      Curves.trade(10),
      Curves.trade(0)
    };

    TradeFigures figures =
        Curves.measured(Curves.record(Curves.through(100, 130), trades)).trades();

    assertThat(figures.count()).isEqualTo(4);
    assertThat(figures.winRate()).hasValue(0.5);
    assertThat(figures.profitFactor()).hasValue(4); // (30 + 10) / 10
    assertThat(figures.expectancy()).hasValue(7.5); // 30 / 4
    assertThat(figures.expectancyR()).hasValue(1.25); // (30/10 − 10/20) / 2
    assertThat(figures.averageWin()).hasValue(20);
    assertThat(figures.averageLoss()).hasValue(-10);
    assertThat(figures.averageHoldingSeconds()).hasValue(3600);
  }

  @Test
  void hasNoProfitFactorWithoutALoss() {
    TradeFigures figures = TradeFigures.of(List.of(Curves.trade(5)));

    assertThat(figures.profitFactor()).isEmpty();
    assertThat(figures.averageLoss()).isEmpty();
    assertThat(figures.winRate()).hasValue(1);
  }

  @Test
  void splitsCostsAndWeighsExposureByTime() {
    // 6 hours flat, then 18 hours holding 500 on an equity of 1000.
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START_NS, 1000, 0);
    recorder.mark(START_NS + 6 * HOUR_NS, 1000, 500);
    recorder.mark(START_NS + DAY_NS, 1000, 0);
    TrackRecord record =
        new TrackRecord(
            Currency.USD,
            EveryDay.aroundTheClock(),
            recorder.curve(),
            Optional.empty(),
            List.of(Curves.fill(500, 1, 0.5, 0.25), Curves.fill(500, 1, 0.5, 0.25)),
            List.of());

    Performance performance = Curves.measured(record);

    assertThat(performance.costs()).isEqualTo(new CostSplit(2, 1, 0.5));
    assertThat(performance.value(Metric.TOTAL_COSTS)).hasValue(3.5);
    assertThat(performance.value(Metric.COSTS_OF_CAPITAL)).hasValue(0.0035);
    assertThat(performance.exposure().timeInMarket()).hasValue(0.75);
    assertThat(performance.exposure().averageExposure()).hasValue(0.375); // 0.75 · 0.5
    // 1000 traded on 1000 in one day of a year of 365.
    assertThat(performance.exposure().turnover().orElseThrow()).isCloseTo(365, within(1e-9));
  }

  @Test
  void givesEachMonthItsReturn() {
    // January ends at 110 on the 31st, February (29 days) at 99.
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    recorder.mark(START_NS, 100, 0);
    recorder.mark(START_NS + 20 * DAY_NS, 90, 0);
    recorder.mark(START_NS + 31 * DAY_NS, 110, 0);
    recorder.mark(START_NS + 60 * DAY_NS, 99, 0);

    Performance performance = Curves.measured(Curves.record(recorder.curve()));

    assertThat(performance.months().of(YearMonth.of(2024, 1)).orElseThrow())
        .isCloseTo(0.1, within(1e-12));
    assertThat(performance.months().of(YearMonth.of(2024, 2)).orElseThrow())
        .isCloseTo(-0.1, within(1e-12));
    assertThat(performance.months().of(YearMonth.of(2024, 3))).isEmpty();
    assertThat(performance.months().ofYear(2024).orElseThrow()).isCloseTo(-0.01, within(1e-12));
    assertThat(performance.value(Metric.BEST_MONTH).orElseThrow()).isCloseTo(0.1, within(1e-12));
    assertThat(performance.value(Metric.WORST_MONTH).orElseThrow()).isCloseTo(-0.1, within(1e-12));
  }

  @Test
  void hasBetaOneAndNoErrorAgainstItself() {
    double[] returns = {0.01, -0.02, 0.015, 0.003};
    EquityCurve curve = Curves.daily(100, returns);

    BenchmarkFigures beside =
        Curves.measured(withBenchmark(curve, curve)).benchmark().orElseThrow();

    assertThat(beside.beta().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(beside.correlation().orElseThrow()).isCloseTo(1, within(1e-12));
    assertThat(beside.alpha().orElseThrow()).isCloseTo(0, within(1e-12));
    assertThat(beside.trackingError()).hasValue(0);
    assertThat(beside.informationRatio()).isEmpty();
  }

  @Test
  void turnsARoundTripIntoTheBaseCurrency() {
    var eur = Currency.EUR;
    var instrument =
        new Instrument(
            "FESX",
            "XEUR",
            "equity-index",
            InstrumentKind.FUTURE,
            1,
            1,
            BigDecimal.TEN,
            eur,
            0,
            0,
            "EUREX");
    var trip =
        new RoundTrip(
            0,
            Side.SELL,
            2,
            10,
            20,
            3600,
            3590,
            Money.of("200", eur),
            Money.of("4", eur),
            Money.of("10", eur),
            Money.of("5", eur),
            Money.of("-30", eur),
            Money.of("220", eur));

    ClosedTrade trade =
        ClosedTrade.of(
            trip,
            instrument,
            1.5,
            Optional.of(
                new TradeBracket(99, 102, OptionalDouble.of(98), TradeBracket.Exit.TARGET)));

    assertThat(trade.symbol()).isEqualTo("FESX");
    assertThat(trade.quantity()).isEqualTo(2);
    assertThat(trade.netProfit()).isEqualTo(294); // (200 − 4) · 1.5
    assertThat(trade.multipleOfRisk()).hasValue(3);
    assertThat(trade.worstExcursion()).isEqualTo(-45);
  }

  private static TrackRecord withBenchmark(EquityCurve curve, EquityCurve benchmark) {
    return new TrackRecord(
        Currency.USD,
        EveryDay.aroundTheClock(),
        curve,
        Optional.of(benchmark),
        List.of(),
        List.of());
  }
}
