package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// Rogers and Satchell's volatility: √(periods per year · mean of log(h / o) log(h / c) + log(l /
/// o) log(l / c)) over n bars, whatever the drift: a bar that runs straight from its open to its
/// close tells of no variance at all. Between the bars, and so over gaps, it sees nothing.
///
/// Source: L. C. G. Rogers and S. E. Satchell, "Estimating variance from high, low and closing
/// prices", *Annals of Applied Probability* 1 (1991).
public final class RogersSatchell implements Indicator {
  private final MeanVariance mean;

  /// @param window bars looked at, at least 1
  /// @param periodsPerYear bars in a year for an annual figure, 1 for one a bar; positive
  public RogersSatchell(int window, double periodsPerYear) {
    mean = new MeanVariance(window, periodsPerYear, "rogers_satchell_volatility");
  }

  @Override
  public void update(BarView bar) {
    LogPrices.check(bar);
    mean.update(LogPrices.rogersSatchell(bar, LogPrices.ratio(bar.close(), bar.open())));
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
