package quorate.research.performance;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import quorate.domain.Currency;

/// What a run was worth, measured.
///
/// @param currency of every amount
/// @param initialEquity money it started with
/// @param finalEquity what was left
/// @param sampling when returns were taken, and what makes a year
/// @param returns figures of the account
/// @param drawdown deepest, over every mark
/// @param trades figures of the closed trades
/// @param exposure of time and money
/// @param costs of all fills
/// @param benchmark beside it, where there is one
/// @param months calendar months
/// @param luck how likely the result is luck
public record Performance(
    Currency currency,
    double initialEquity,
    double finalEquity,
    Sampling sampling,
    ReturnFigures returns,
    Optional<Drawdown> drawdown,
    TradeFigures trades,
    ExposureFigures exposure,
    CostSplit costs,
    Optional<BenchmarkFigures> benchmark,
    MonthlyReturns months,
    Luck luck) {

  /// Measures a finished run. Cost: linear in marks, fills and trades.
  public static Performance of(TrackRecord record, PerformanceSettings settings) {
    EquityCurve curve = record.equity();
    Sampling sampling = Sampling.of(curve, record.calendar());
    double perYear = sampling.periodsPerYear();
    double riskFree = settings.riskFreePerPeriod(perYear);
    double[] returns = sampling.returns(curve);
    Optional<Drawdown> drawdown = Drawdown.deepest(curve);
    ReturnFigures figures =
        ReturnFigures.of(
            curve.initial(),
            curve.last(),
            returns,
            sampling,
            riskFree,
            drawdown.map(Drawdown::depth).orElse(0.0));
    TradeFigures trades = TradeFigures.of(record.trades());
    return new Performance(
        record.currency(),
        curve.initial(),
        curve.last(),
        sampling,
        figures,
        drawdown,
        trades,
        ExposureFigures.of(curve, record.fills(), sampling.years()),
        CostSplit.of(record.fills()),
        record.benchmark().map(b -> BenchmarkFigures.of(returns, b, sampling, riskFree)),
        MonthlyReturns.of(curve, sampling),
        sampling.lastsAMonth()
            ? Luck.of(returns, riskFree, perYear, figures.totalReturn(), trades.count())
            : Luck.ofShortRun(trades.count()));
  }

  /// The value of a figure; empty where it is undefined.
  public OptionalDouble value(Metric metric) {
    return switch (metric) {
      case TOTAL_RETURN -> OptionalDouble.of(returns.totalReturn());
      case ANNUAL_RETURN -> returns.annualReturn();
      case BEST_MONTH -> months.best();
      case WORST_MONTH -> months.worst();
      case VOLATILITY -> returns.volatility();
      case MAXIMUM_DRAWDOWN -> OptionalDouble.of(drawdown.map(Drawdown::depth).orElse(0.0));
      case SHARPE -> returns.sharpe();
      case SORTINO -> returns.sortino();
      case CALMAR -> returns.calmar();
      case VALUE_AT_RISK -> returns.valueAtRisk();
      case EXPECTED_SHORTFALL -> returns.expectedShortfall();
      case SKEW -> returns.skew();
      case KURTOSIS -> returns.kurtosis();
      case PROBABILISTIC_SHARPE -> luck.probabilisticSharpe();
      case MINIMUM_RETURNS -> luck.minimumReturns();
      case MINIMUM_YEARS -> luck.minimumYears();
      case TRADES -> OptionalDouble.of(trades.count());
      case WIN_RATE -> trades.winRate();
      case PROFIT_FACTOR -> trades.profitFactor();
      case EXPECTANCY -> trades.expectancy();
      case EXPECTANCY_R -> trades.expectancyR();
      case AVERAGE_WIN -> trades.averageWin();
      case AVERAGE_LOSS -> trades.averageLoss();
      case AVERAGE_HOLDING -> trades.averageHoldingSeconds();
      case TIME_IN_MARKET -> exposure.timeInMarket();
      case AVERAGE_EXPOSURE -> exposure.averageExposure();
      case TURNOVER -> exposure.turnover();
      case TOTAL_COSTS -> OptionalDouble.of(costs.total());
      case COSTS_OF_CAPITAL -> OptionalDouble.of(costs.total() / initialEquity);
      case COMMISSION -> OptionalDouble.of(costs.commission());
      case SPREAD -> OptionalDouble.of(costs.spread());
      case SLIPPAGE -> OptionalDouble.of(costs.slippage());
      case BENCHMARK_RETURN -> ofBenchmark(b -> OptionalDouble.of(b.figures().totalReturn()));
      case BENCHMARK_ANNUAL_RETURN -> ofBenchmark(b -> b.figures().annualReturn());
      case BENCHMARK_VOLATILITY -> ofBenchmark(b -> b.figures().volatility());
      case BENCHMARK_SHARPE -> ofBenchmark(b -> b.figures().sharpe());
      case BENCHMARK_DRAWDOWN ->
          ofBenchmark(b -> OptionalDouble.of(b.drawdown().map(Drawdown::depth).orElse(0.0)));
      case ALPHA -> ofBenchmark(BenchmarkFigures::alpha);
      case BETA -> ofBenchmark(BenchmarkFigures::beta);
      case CORRELATION -> ofBenchmark(BenchmarkFigures::correlation);
      case TRACKING_ERROR -> ofBenchmark(BenchmarkFigures::trackingError);
      case INFORMATION_RATIO -> ofBenchmark(BenchmarkFigures::informationRatio);
    };
  }

  private OptionalDouble ofBenchmark(Function<BenchmarkFigures, OptionalDouble> figure) {
    return benchmark.map(figure).orElse(OptionalDouble.empty());
  }
}
