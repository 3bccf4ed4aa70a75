package quorate.features.series;

import java.util.List;
import java.util.function.ToDoubleFunction;
import quorate.features.indicator.BarView;

/// Bars as plain arrays, for indicators written down as their definitions read.
public final class NaiveBars {
  private final double[] open;
  private final double[] high;
  private final double[] low;
  private final double[] close;
  private final double[] volume;
  private final boolean[] afterGap;
  private final boolean[] opensSession;

  private NaiveBars(List<BarView> bars) {
    open = column(bars, BarView::open);
    high = column(bars, BarView::high);
    low = column(bars, BarView::low);
    close = column(bars, BarView::close);
    volume = column(bars, BarView::volume);
    afterGap = new boolean[bars.size()];
    opensSession = new boolean[bars.size()];
    for (int i = 0; i < afterGap.length; i++) {
      afterGap[i] = bars.get(i).afterGap();
      opensSession[i] = bars.get(i).opensSession();
    }
  }

  public static NaiveBars of(List<BarView> bars) {
    return new NaiveBars(bars);
  }

  private static double[] column(List<BarView> bars, ToDoubleFunction<BarView> field) {
    return bars.stream().mapToDouble(field).toArray();
  }

  public double[] open() {
    return open;
  }

  public double[] high() {
    return high;
  }

  public double[] low() {
    return low;
  }

  public double[] close() {
    return close;
  }

  public double[] volume() {
    return volume;
  }

  public boolean[] afterGap() {
    return afterGap;
  }

  public boolean[] opensSession() {
    return opensSession;
  }

  public int size() {
    return close.length;
  }

  public double typical(int t) {
    return (high[t] + low[t] + close[t]) / 3;
  }

  public double trueRange(int t) {
    double own = high[t] - low[t];
    if (t == 0 || afterGap[t]) {
      return own;
    }
    double up = Math.abs(high[t] - close[t - 1]);
    double down = Math.abs(low[t] - close[t - 1]);
    return Math.max(own, Math.max(up, down));
  }

  public double logReturn(int t) {
    return afterGap[t] ? 0 : Math.log(close[t]) - Math.log(close[t - 1]);
  }

  /// Directional movement up (`sign` 1) or down (−1).
  public double movement(int t, int sign) {
    double up = high[t] - high[t - 1];
    double down = low[t - 1] - low[t];
    double mine = sign > 0 ? up : down;
    double other = sign > 0 ? down : up;
    return afterGap[t] || mine <= 0 || mine <= other ? 0 : mine;
  }
}
