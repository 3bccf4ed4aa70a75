package quorate.research.performance;

import java.util.OptionalDouble;

/// What a series of returns amounts to; the same for the run and for its benchmark.
///
/// Fractions, not percent. Definitions: [Metric].
///
/// @param totalReturn over the whole run
/// @param annualReturn compound; empty for runs shorter than a month
/// @param volatility a year
/// @param sharpe a year; empty for runs shorter than a month, as is all that is told for a year and
///   rests on the mean
/// @param sortino a year; empty like it
/// @param calmar annual return over the deepest drawdown
/// @param skew of the sampled returns
/// @param kurtosis of the sampled returns, 3 for a normal distribution
/// @param valueAtRisk the return that 5 % of periods fall below; negative is a loss
/// @param expectedShortfall mean return of those worst periods (CVaR)
public record ReturnFigures(
    double totalReturn,
    OptionalDouble annualReturn,
    OptionalDouble volatility,
    OptionalDouble sharpe,
    OptionalDouble sortino,
    OptionalDouble calmar,
    OptionalDouble skew,
    OptionalDouble kurtosis,
    OptionalDouble valueAtRisk,
    OptionalDouble expectedShortfall) {

  static final double TAIL = 0.05;

  /// @param first and
  /// @param last worth of the curve
  /// @param returns between sampling times
  /// @param sampling that they were taken by
  /// @param riskFree return of a period without risk
  /// @param drawdown deepest, 0 when it never fell
  static ReturnFigures of(
      double first,
      double last,
      double[] returns,
      Sampling sampling,
      double riskFree,
      double drawdown) {
    OptionalDouble annual =
        sampling.lastsAMonth()
            ? OptionalDouble.of(Math.pow(Math.max(0, last / first), 1 / sampling.years()) - 1)
            : OptionalDouble.empty();
    OptionalDouble calmar =
        annual.isPresent() ? ratio(annual.getAsDouble(), drawdown) : OptionalDouble.empty();
    OptionalDouble none = OptionalDouble.empty();
    if (returns.length < 2) {
      return new ReturnFigures(
          last / first - 1, annual, none, none, none, calmar, none, none, none, none);
    }
    double excess = Moments.mean(returns) - riskFree;
    double deviation = Moments.deviation(returns);
    double downside = Moments.downside(returns, riskFree);
    double root = Math.sqrt(sampling.periodsPerYear());
    return new ReturnFigures(
        last / first - 1,
        annual,
        OptionalDouble.of(deviation * root),
        annual.isPresent() ? ratio(excess * root, deviation) : none,
        annual.isPresent() ? ratio(excess * root, downside) : none,
        calmar,
        deviation > 0 ? OptionalDouble.of(skew(returns)) : none,
        deviation > 0 ? OptionalDouble.of(kurtosis(returns)) : none,
        OptionalDouble.of(Moments.quantile(returns, TAIL)),
        OptionalDouble.of(Moments.tailMean(returns, TAIL)));
  }

  static double skew(double[] returns) {
    return Moments.central(returns, 3) / Math.pow(Moments.central(returns, 2), 1.5);
  }

  static double kurtosis(double[] returns) {
    return Moments.central(returns, 4) / Math.pow(Moments.central(returns, 2), 2);
  }

  static OptionalDouble ratio(double value, double over) {
    return over > 0 ? OptionalDouble.of(value / over) : OptionalDouble.empty();
  }
}
