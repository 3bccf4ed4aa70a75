package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Moving average of a kind chosen by its number, [AverageKind], in the unit of the values. Agrees
/// with TA-Lib MA.
public final class MovingAverage implements ValueIndicator {
  private final ValueIndicator average;

  /// @param window the n of its formula, at least 1
  /// @param kind place among the kinds, 0 to 8
  public MovingAverage(int window, int kind) {
    average = AverageKind.of(kind, window);
  }

  @Override
  public void update(double value) {
    average.update(value);
  }

  @Override
  public double value() {
    return average.value();
  }

  @Override
  public boolean ready() {
    return average.ready();
  }

  @Override
  public int warmUp() {
    return average.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    average.state(codec);
  }
}
