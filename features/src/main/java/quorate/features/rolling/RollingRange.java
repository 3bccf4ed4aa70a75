package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The highest of the last n highs and the lowest of the last n lows; O(1) an update on average, at
/// most the window.
public final class RollingRange implements Stateful {
  private final RollingMaximum highest;
  private final RollingMaximum lowestNegated;

  /// @param size at least 1
  public RollingRange(int size) {
    highest = new RollingMaximum(size);
    lowestNegated = new RollingMaximum(size);
  }

  /// @param high at least `low`; the same number twice for the range of one series
  public void update(double high, double low) {
    highest.update(high);
    lowestNegated.update(-low);
  }

  public double highest() {
    return highest.value();
  }

  public double lowest() {
    return -lowestNegated.value();
  }

  /// Highest − lowest, 0 or more.
  public double width() {
    return highest.value() + lowestNegated.value();
  }

  public boolean ready() {
    return highest.ready();
  }

  public int size() {
    return highest.size();
  }

  @Override
  public void state(StateCodec codec) {
    highest.state(codec);
    lowestNegated.state(codec);
  }
}
