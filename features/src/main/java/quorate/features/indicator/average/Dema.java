package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.EmaCascade;
import quorate.features.state.StateCodec;

/// Double exponential moving average, in the unit of the values: 2 · e₁ − e₂, where e₁ is the
/// exponential average of n values and e₂ that of e₁, which takes most of the lag away. Agrees with
/// TA-Lib DEMA.
///
/// Source: P. G. Mulloy, "Smoothing data with faster moving averages", *Technical Analysis of
/// Stocks & Commodities* 12 (1994).
public final class Dema implements ValueIndicator {
  private final EmaCascade averages;

  /// @param window the n of each average, at least 1
  public Dema(int window) {
    averages = new EmaCascade(Windows.check(window, 1, "dema"), 2);
  }

  @Override
  public void update(double value) {
    averages.update(value);
  }

  @Override
  public double value() {
    return averages.value(0) + (averages.value(0) - averages.value(1));
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
