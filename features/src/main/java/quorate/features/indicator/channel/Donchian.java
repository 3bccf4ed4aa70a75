package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMaximum;
import quorate.features.state.StateCodec;

/// Donchian's channel: the highest high and the lowest low of the last n bars, this one included,
/// in price units.
///
/// Outputs: 0 `middle` (of the two), 1 `upper`, 2 `lower`. Agrees with TA-Lib DONCHIAN. A breakout
/// is a close beyond the channel of the bar before, `lag(donchian(20).upper, 1)`.
public final class Donchian implements Indicator {
  private final RollingMaximum highest;
  private final RollingMaximum lowestNegated;

  /// @param window bars looked at, at least 1
  public Donchian(int window) {
    highest = new RollingMaximum(Windows.check(window, 1, "donchian"));
    lowestNegated = new RollingMaximum(window);
  }

  @Override
  public void update(BarView bar) {
    highest.update(bar.high());
    lowestNegated.update(-bar.low());
  }

  @Override
  public double value() {
    return (highest.value() - lowestNegated.value()) / 2;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> highest.value();
      case 2 -> -lowestNegated.value();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return highest.ready();
  }

  @Override
  public int warmUp() {
    return highest.size();
  }

  @Override
  public void state(StateCodec codec) {
    highest.state(codec);
    lowestNegated.state(codec);
  }
}
