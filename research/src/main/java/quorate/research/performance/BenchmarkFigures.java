package quorate.research.performance;

import java.util.Optional;
import java.util.OptionalDouble;

/// The run beside its benchmark, sampled at the same times. Definitions: [Metric].
///
/// @param figures of the benchmark alone
/// @param drawdown deepest of the benchmark
/// @param alpha a year: return that the benchmark does not explain
/// @param beta how far the run moves when the benchmark moves by 1
/// @param correlation of the returns, −1 to 1
/// @param trackingError a year: deviation of the difference of returns
/// @param informationRatio a year: mean difference over its deviation
public record BenchmarkFigures(
    ReturnFigures figures,
    Optional<Drawdown> drawdown,
    OptionalDouble alpha,
    OptionalDouble beta,
    OptionalDouble correlation,
    OptionalDouble trackingError,
    OptionalDouble informationRatio) {

  static BenchmarkFigures of(
      double[] returns, EquityCurve benchmark, Sampling sampling, double riskFree) {
    double[] market = sampling.returns(benchmark);
    double perYear = sampling.periodsPerYear();
    Optional<Drawdown> drawdown = Drawdown.deepest(benchmark);
    ReturnFigures figures =
        ReturnFigures.of(
            benchmark.equityAt(sampling.startNs()),
            benchmark.equityAt(sampling.lastNs()),
            market,
            sampling,
            riskFree,
            drawdown.map(Drawdown::depth).orElse(0.0));
    OptionalDouble none = OptionalDouble.empty();
    if (returns.length < 2) {
      return new BenchmarkFigures(figures, drawdown, none, none, none, none, none);
    }
    double own = Moments.deviation(returns);
    double others = Moments.deviation(market);
    double[] difference = Moments.minus(returns, market);
    double error = Moments.deviation(difference);
    double covariance = Moments.covariance(returns, market);
    OptionalDouble beta =
        others > 0 ? OptionalDouble.of(covariance / Moments.central(market, 2)) : none;
    return new BenchmarkFigures(
        figures,
        drawdown,
        beta.isPresent()
            ? OptionalDouble.of(alpha(returns, market, beta.getAsDouble(), riskFree, perYear))
            : none,
        beta,
        own > 0 && others > 0
            ? OptionalDouble.of(
                covariance / Math.sqrt(Moments.central(returns, 2) * Moments.central(market, 2)))
            : none,
        OptionalDouble.of(error * Math.sqrt(perYear)),
        ReturnFigures.ratio(Moments.mean(difference) * Math.sqrt(perYear), error));
  }

  private static double alpha(
      double[] returns, double[] market, double beta, double riskFree, double perYear) {
    double perPeriod = Moments.mean(returns) - riskFree - beta * (Moments.mean(market) - riskFree);
    return Math.pow(1 + perPeriod, perYear) - 1;
  }
}
