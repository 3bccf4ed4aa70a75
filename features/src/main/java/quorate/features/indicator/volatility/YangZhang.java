package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMoments;
import quorate.features.state.StateCodec;

/// Yang and Zhang's volatility: √(periods per year · (V_o + k V_c + (1 − k) V_rs)) over n bars,
/// where V_o and V_c are the sample variances of the jumps log(open / previous close) and of
/// log(close / open), V_rs is the mean of [Rogers and Satchell][RogersSatchell] and k = 0.34 /
/// (1.34 + (n + 1) / (n − 1)). It sees the jumps between bars and no drift. The jump over a gap is
/// 0.
///
/// Source: D. Yang and Q. Zhang, "Drift-independent volatility estimation based on high, low, open
/// and close prices", *Journal of Business* 73 (2000).
public final class YangZhang implements Indicator {
  private final RollingMoments jumps;
  private final RollingMoments days;
  private final MeanVariance within;
  private final double jumpScale;
  private final double dayScale;
  private final double withinShare;
  private double previousClose;
  private boolean started;

  /// @param window bars looked at, at least 2
  /// @param periodsPerYear bars in a year for an annual figure, 1 for one a bar; positive
  public YangZhang(int window, double periodsPerYear) {
    jumps = new RollingMoments(Windows.check(window, 2, "yang_zhang_volatility"));
    days = new RollingMoments(window);
    within = new MeanVariance(window, periodsPerYear, "yang_zhang_volatility");
    double k = 0.34 / (1.34 + (window + 1.0) / (window - 1.0));
    jumpScale = periodsPerYear * window / (window - 1.0);
    dayScale = k * jumpScale;
    withinShare = 1 - k;
  }

  @Override
  public void update(BarView bar) {
    LogPrices.check(bar);
    if (started) { // the first bar has no jump before it
      jumps.update(bar.afterGap() ? 0 : LogPrices.ratio(bar.open(), previousClose));
      double closing = LogPrices.ratio(bar.close(), bar.open());
      days.update(closing);
      within.update(LogPrices.rogersSatchell(bar, closing));
    }
    previousClose = bar.close();
    started = true;
  }

  @Override
  public double value() {
    return Math.sqrt(
        jumpScale * jumps.variance() + dayScale * days.variance() + withinShare * within.value());
  }

  @Override
  public boolean ready() {
    return within.ready();
  }

  @Override
  public int warmUp() {
    return within.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    jumps.state(codec);
    days.state(codec);
    within.state(codec);
    previousClose = codec.real(previousClose);
    started = codec.flag(started);
  }
}
