package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.EmaCascade;
import quorate.features.state.StateCodec;

/// Triple exponential moving average, in the unit of the values: 3 · e₁ − 3 · e₂ + e₃, where e₁ is
/// the exponential average of n values, e₂ that of e₁ and e₃ that of e₂. Agrees with TA-Lib TEMA.
///
/// Source: P. G. Mulloy, "Smoothing data with less lag", *Technical Analysis of Stocks &
/// Commodities* 12 (1994).
public final class Tema implements ValueIndicator {
  private final EmaCascade averages;

  /// @param window the n of each average, at least 1
  public Tema(int window) {
    averages = new EmaCascade(Windows.check(window, 1, "tema"), 3);
  }

  @Override
  public void update(double value) {
    averages.update(value);
  }

  @Override
  public double value() {
    return 3 * (averages.value(0) - averages.value(1)) + averages.value(2);
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
