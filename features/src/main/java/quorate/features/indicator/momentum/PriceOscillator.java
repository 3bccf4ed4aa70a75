package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.AverageKind;
import quorate.features.state.StateCodec;

/// A fast moving average beside a slow one.
///
/// Outputs: 0 `absolute` (fast − slow, in the unit of the values; TA-Lib APO), 1 `percentage` (that
/// in percent of the slow one, 0 where it is 0; TA-Lib PPO). Agrees with the TA-Lib functions
/// named. Each average begins as soon as it can; in [Macd] both begin at the same value.
///
/// Source: G. Appel, *Technical Analysis: Power Tools for Active Investors* (2005).
public final class PriceOscillator implements ValueIndicator {
  private final ValueIndicator fast;
  private final ValueIndicator slow;

  /// @param fast window of the fast average, at least 1
  /// @param slow window of the slow average, more than `fast`
  /// @param kind of both averages, place in [AverageKind]
  public PriceOscillator(int fast, int slow, int kind) {
    Windows.checkOrder(fast, slow, "price_oscillator");
    this.fast = AverageKind.of(kind, fast);
    this.slow = AverageKind.of(kind, slow);
  }

  @Override
  public void update(double value) {
    fast.update(value);
    slow.update(value);
  }

  @Override
  public double value() {
    return fast.value() - slow.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> slow.value() == 0 ? 0 : 100 * (value() / slow.value());
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return slow.ready() && fast.ready();
  }

  @Override
  public int warmUp() {
    return Math.max(fast.warmUp(), slow.warmUp());
  }

  @Override
  public void state(StateCodec codec) {
    fast.state(codec);
    slow.state(codec);
  }
}
