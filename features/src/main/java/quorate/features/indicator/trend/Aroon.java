package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPeak;
import quorate.features.state.StateCodec;

/// Chande's Aroon: how lately the highest high and the lowest low of this bar and the n before it
/// came.
///
/// Outputs: 0 `oscillator` (up − down, −100 to 100), 1 `up` (100 when this bar made the high, 0
/// when it was made n bars ago), 2 `down` (likewise of the low). Of equal extremes the newest
/// counts. Agrees with TA-Lib AROON and AROONOSC.
///
/// Source: T. S. Chande, "A time price oscillator", *Technical Analysis of Stocks & Commodities* 13
/// (1995).
public final class Aroon implements Indicator {
  private final RollingPeak highs;
  private final RollingPeak lowsNegated;
  private final int window;
  private final double perBar;

  /// @param window bars looked back over, at least 2
  public Aroon(int window) {
    this.window = Windows.check(window, 2, "aroon");
    this.highs = new RollingPeak(window + 1);
    this.lowsNegated = new RollingPeak(window + 1);
    this.perBar = 100.0 / window;
  }

  @Override
  public void update(BarView bar) {
    highs.update(bar.high());
    lowsNegated.update(-bar.low());
  }

  @Override
  public double value() {
    return perBar * (lowsNegated.age() - highs.age());
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> perBar * (window - highs.age());
      case 2 -> perBar * (window - lowsNegated.age());
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return highs.ready();
  }

  @Override
  public int warmUp() {
    return window + 1;
  }

  @Override
  public void state(StateCodec codec) {
    highs.state(codec);
    lowsNegated.state(codec);
  }
}
