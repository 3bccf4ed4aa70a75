package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.EmaCascade;
import quorate.features.state.StateCodec;

/// Tillson's T3, in the unit of the values: the generalised double average e + v · (e − EMA of e)
/// taken three times over, v = 0 being three plain averages and v = 1 three double ones. Agrees
/// with TA-Lib T3.
///
/// Multiplied out it is e₃ + 3v·(e₃ − e₄) + 3v²·(e₃ − 2e₄ + e₅) + v³·(e₃ − 3e₄ + 3e₅ − e₆), e₁ to
/// e₆ the averages of averages. TA-Lib sums the same by averages, whose weights are large and of
/// both signs; summed by differences a constant series stays exactly constant.
///
/// Source: T. Tillson, "Smoothing techniques for more accurate signals", *Technical Analysis of
/// Stocks & Commodities* 16 (1998), 33–37.
public final class T3 implements ValueIndicator {
  private final EmaCascade averages;
  private final double first;
  private final double second;
  private final double third;

  /// @param window the n of each average, at least 1
  /// @param volume the v of the formula, 0 to 1
  public T3(int window, double volume) {
    if (!(volume >= 0 && volume <= 1)) {
      throw new IllegalArgumentException(
          "volume must be from 0 to 1, but was %s (feature \"t3\")".formatted(volume));
    }
    averages = new EmaCascade(Windows.check(window, 1, "t3"), 6);
    first = 3 * volume;
    second = 3 * volume * volume;
    third = volume * volume * volume;
  }

  @Override
  public void update(double value) {
    averages.update(value);
  }

  @Override
  public double value() {
    double e = averages.value(2);
    double step = e - averages.value(3);
    double stepBefore = averages.value(3) - averages.value(4);
    double stepFirst = averages.value(4) - averages.value(5);
    double bend = step - stepBefore;
    double twist = bend - (stepBefore - stepFirst);
    return e + (first * step + second * bend + third * twist);
  }

  @Override
  public boolean ready() {
    return averages.ready();
  }

  @Override
  public int warmUp() {
    return averages.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    averages.state(codec);
  }
}
