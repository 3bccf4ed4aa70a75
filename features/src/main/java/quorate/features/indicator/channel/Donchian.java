package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingRange;
import quorate.features.state.StateCodec;

/// Donchian's channel: the highest high and the lowest low of the last n bars, this one included,
/// in price units.
///
/// Outputs: 0 `middle` (of the two), 1 `upper`, 2 `lower`. Agrees with TA-Lib DONCHIAN. A breakout
/// is a close beyond the channel of the bar before, `lag(donchian(20).upper, 1)`.
public final class Donchian implements Indicator {
  private final RollingRange range;

  /// @param window bars looked at, at least 1
  public Donchian(int window) {
    range = new RollingRange(Windows.check(window, 1, "donchian"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high(), bar.low());
  }

  @Override
  public double value() {
    return range.middle();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> range.middle();
      case 1 -> range.highest();
      case 2 -> range.lowest();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return range.ready();
  }

  @Override
  public int warmUp() {
    return range.size();
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
  }
}
