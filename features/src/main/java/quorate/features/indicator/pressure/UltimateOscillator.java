package quorate.features.indicator.pressure;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// Williams's ultimate oscillator, 0 to 100: buying pressure (close − the lower of low and previous
/// close) in percent of the true range, over three windows, of which the shortest weighs 4, the
/// middle one 2 and the longest 1.
///
/// A window without true range counts as 0. After a gap the bar's own low counts. Agrees with
/// TA-Lib ULTOSC.
///
/// Source: L. Williams, "The ultimate oscillator", *Technical Analysis of Stocks & Commodities* 3
/// (1985).
public final class UltimateOscillator implements Indicator {
  private final TrueRange trueRange = new TrueRange();
  private final Pressure fast;
  private final Pressure middle;
  private final Pressure slow;
  private double previousClose;

  /// @param fast window of the shortest, at least 1
  /// @param middle window of the middle one, more than `fast`
  /// @param slow window of the longest, more than `middle`
  public UltimateOscillator(int fast, int middle, int slow) {
    Windows.checkOrder(fast, middle, "ultimate_oscillator");
    Windows.checkOrder(middle, slow, "ultimate_oscillator");
    this.fast = new Pressure(fast);
    this.middle = new Pressure(middle);
    this.slow = new Pressure(slow);
  }

  @Override
  public void update(BarView bar) {
    double close = bar.close();
    double low = bar.low();
    boolean first = !trueRange.ready();
    trueRange.update(bar);
    if (!first) {
      double bought = close - (bar.afterGap() ? low : Math.min(low, previousClose));
      double range = trueRange.value();
      fast.update(bought, range);
      middle.update(bought, range);
      slow.update(bought, range);
    }
    previousClose = close;
  }

  @Override
  public double value() {
    return 100 * ((4 * fast.share() + 2 * middle.share() + slow.share()) / 7);
  }

  @Override
  public boolean ready() {
    return slow.ranges.ready();
  }

  @Override
  public int warmUp() {
    return slow.ranges.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    trueRange.state(codec);
    fast.state(codec);
    middle.state(codec);
    slow.state(codec);
    previousClose = codec.real(previousClose);
  }

  /// Buying pressure and true range over one window.
  private static final class Pressure {
    private final RollingSum bought;
    private final RollingSum ranges;

    Pressure(int window) {
      bought = new RollingSum(window);
      ranges = new RollingSum(window);
    }

    void update(double newBought, double newRange) {
      bought.update(newBought);
      ranges.update(newRange);
    }

    double share() {
      return Share.of(bought.value(), ranges.value());
    }

    void state(StateCodec codec) {
      bought.state(codec);
      ranges.state(codec);
    }
  }
}
