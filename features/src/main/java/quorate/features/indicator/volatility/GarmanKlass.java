package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Garman and Klass's volatility: √(periods per year · mean of ½ log²(high / low) − (2 log 2 − 1)
/// log²(close / open)) over n bars. For a walk without drift it needs about a seventh of the bars
/// that closes need; between the bars, and so over gaps, it sees nothing.
///
/// Source: M. B. Garman and M. J. Klass, "On the estimation of security price volatilities from
/// historical data", *Journal of Business* 53 (1980), their practical estimator.
public final class GarmanKlass implements Indicator {
  private static final double SHARE = 2 * StrictMath.log(2) - 1;

  private final MeanVariance mean;

  /// @param window bars looked at, at least 1
  /// @param periodsPerYear bars in a year for an annual figure, 1 for one a bar; positive
  public GarmanKlass(int window, double periodsPerYear) {
    mean = new MeanVariance(window, periodsPerYear, "garman_klass_volatility");
  }

  @Override
  public void update(BarView bar) {
    LogPrices.check(bar);
    double range = LogPrices.ratio(bar.high(), bar.low());
    double closing = LogPrices.ratio(bar.close(), bar.open());
    mean.update(0.5 * range * range - SHARE * closing * closing);
  }

  @Override
  public double value() {
    return mean.deviation();
  }

  @Override
  public boolean ready() {
    return mean.ready();
  }

  @Override
  public int warmUp() {
    return mean.size();
  }

  @Override
  public void state(StateCodec codec) {
    mean.state(codec);
  }
}
