package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingSum;
import quorate.features.state.StateCodec;

/// The vortex indicator: movement up, from the low before to this high, and down, from the high
/// before to this low, as shares of the true range over n changes; each about 1, the larger one in
/// the direction of the trend.
///
/// Outputs: 0 `plus`, 1 `minus`; 0 where the true ranges are. The bar after a gap follows no bar,
/// so both its movements are its own high − low, as its true range is. Agrees with TA-Lib VORTEX.
///
/// Source: E. Botes and D. Siepman, "The vortex indicator", *Technical Analysis of Stocks &
/// Commodities* 28 (2010).
public final class Vortex implements Indicator {
  private final TrueRange trueRange = new TrueRange();
  private final RollingSum ranges;
  private final RollingSum up;
  private final RollingSum down;
  private double previousHigh;
  private double previousLow;

  /// @param window changes summed, at least 1
  public Vortex(int window) {
    ranges = new RollingSum(Windows.check(window, 1, "vortex"));
    up = new RollingSum(window);
    down = new RollingSum(window);
  }

  @Override
  public void update(BarView bar) {
    double high = bar.high();
    double low = bar.low();
    boolean first = !trueRange.ready();
    trueRange.update(bar);
    if (!first) {
      boolean follows = !bar.afterGap();
      ranges.update(trueRange.value());
      up.update(Math.abs(high - (follows ? previousLow : low)));
      down.update(Math.abs(low - (follows ? previousHigh : high)));
    }
    previousHigh = high;
    previousLow = low;
  }

  @Override
  public double value() {
    return Share.of(up.value(), ranges.value());
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> Share.of(down.value(), ranges.value());
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return ranges.ready();
  }

  @Override
  public int warmUp() {
    return ranges.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    trueRange.state(codec);
    ranges.state(codec);
    up.state(codec);
    down.state(codec);
    previousHigh = codec.real(previousHigh);
    previousLow = codec.real(previousLow);
  }
}
