package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// Mass index: the sum over m bars of the exponential average of high − low over the exponential
/// average of that average; about m, more while ranges widen. Without range a ratio is 1. Agrees
/// with TA-Lib MASSI.
///
/// Source: D. Dorsey, "The mass index", *Technical Analysis of Stocks & Commodities* (1992): a
/// bulge above 27 that falls below 26.5 warns of a reversal.
public final class MassIndex implements Indicator {
  private final Ema range;
  private final Ema smoothed;
  private final RollingSum ratios;

  /// @param fast window of both averages, at least 2
  /// @param slow ratios summed, at least 2
  public MassIndex(int fast, int slow) {
    range = new Ema(Windows.check(fast, 2, "mass_index"));
    smoothed = new Ema(fast);
    ratios = new RollingSum(Windows.check(slow, 2, "mass_index"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high() - bar.low());
    if (!range.ready()) {
      return;
    }
    smoothed.update(range.value());
    if (smoothed.ready()) {
      double base = smoothed.value();
      ratios.update(base == 0 ? 1 : range.value() / base);
    }
  }

  @Override
  public double value() {
    return ratios.value();
  }

  @Override
  public boolean ready() {
    return ratios.ready();
  }

  @Override
  public int warmUp() {
    return 2 * (range.warmUp() - 1) + ratios.size();
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
    smoothed.state(codec);
    ratios.state(codec);
  }
}
