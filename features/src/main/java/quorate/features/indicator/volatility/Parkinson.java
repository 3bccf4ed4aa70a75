package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Parkinson's volatility: √(periods per year · mean of log²(high / low) / (4 log 2)) over n bars.
/// For a walk without drift that is watched all the time it needs a fifth of the bars that closes
/// need; between the bars, and so over gaps, it sees nothing.
///
/// Source: M. Parkinson, "The extreme value method for estimating the variance of the rate of
/// return", *Journal of Business* 53 (1980).
public final class Parkinson implements Indicator {
  private static final double SHARE = 1 / (4 * StrictMath.log(2));

  private final MeanVariance mean;

  /// @param window bars looked at, at least 1
  /// @param periodsPerYear bars in a year for an annual figure, 1 for one a bar; positive
  public Parkinson(int window, double periodsPerYear) {
    mean = new MeanVariance(window, periodsPerYear, "parkinson_volatility");
  }

  @Override
  public void update(BarView bar) {
    LogPrices.check(bar);
    double range = LogPrices.ratio(bar.high(), bar.low());
    mean.update(range * range * SHARE);
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
