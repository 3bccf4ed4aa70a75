package quorate.research.performance;

import java.util.List;
import java.util.OptionalDouble;

/// How much of the time and of the money was at work. Definitions: [Metric].
///
/// @param timeInMarket share of the run's time with a position, closed hours included
/// @param averageExposure gross notional over equity, mean over the run's time
/// @param turnover notional traded over mean equity, a year
public record ExposureFigures(
    OptionalDouble timeInMarket, OptionalDouble averageExposure, OptionalDouble turnover) {

  static ExposureFigures of(EquityCurve curve, List<PricedFill> fills, double years) {
    double total = (double) curve.lastTimeNs() - curve.firstTimeNs();
    double held = 0;
    double exposed = 0;
    double worth = 0;
    for (int i = 0; i + 1 < curve.size(); i++) {
      double span = (double) curve.timeNs(i + 1) - curve.timeNs(i);
      held += curve.exposure(i) > 0 ? span : 0;
      exposed += curve.equity(i) > 0 ? span * curve.exposure(i) / curve.equity(i) : 0;
      worth += span * curve.equity(i);
    }
    double traded = 0;
    for (PricedFill fill : fills) {
      traded += fill.notional();
    }
    return new ExposureFigures(
        ReturnFigures.ratio(held, total),
        ReturnFigures.ratio(exposed, total),
        total > 0 && worth > 0
            ? ReturnFigures.ratio(traded / (worth / total), years)
            : OptionalDouble.empty());
  }
}
