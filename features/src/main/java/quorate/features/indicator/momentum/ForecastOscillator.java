package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingTrend;
import quorate.features.state.StateCodec;

/// Chande's forecast oscillator, in percent of the value: how far it came out above what the
/// least-squares line through the n values before it foretold; 0 where the value is 0. Agrees with
/// TA-Lib FOSC.
///
/// Source: T. S. Chande and S. Kroll, *The New Technical Trader* (1994).
public final class ForecastOscillator implements ValueIndicator {
  private final RollingTrend trend;

  /// From the line's weighted mean to its next value, in slopes: the weights 1 to n have their
  /// centre at (2n + 1) / 3, and the next value stands at n + 1.
  private final double ahead;

  private double surprise;
  private boolean ready;

  /// @param window values that the line goes through, at least 2
  public ForecastOscillator(int window) {
    trend = new RollingTrend(Windows.check(window, 2, "forecast_oscillator"));
    ahead = (window + 2) / 3.0;
  }

  @Override
  public void update(double value) {
    double forecast = Math.fma(trend.slope(), ahead, trend.weightedMean());
    surprise = value == 0 ? 0 : 100 * ((value - forecast) / value);
    ready = trend.ready();
    trend.update(value);
  }

  @Override
  public double value() {
    return surprise;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public int warmUp() {
    return trend.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    trend.state(codec);
    surprise = codec.real(surprise);
    ready = codec.flag(ready);
  }
}
