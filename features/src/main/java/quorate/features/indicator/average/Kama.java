package quorate.features.indicator.average;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Kaufman's adaptive moving average, in the unit of the values: goes fast where prices go straight
/// and slowly where they go to and fro. Agrees with TA-Lib KAMA.
///
/// The efficiency ratio is |change over n values| / Σ |change| of one value each, 1 where nothing
/// moved; it sets the share between that of an exponential average of 30 values and of 2, squared.
/// The average begins at the value before the first one that has n values before it.
///
/// Source: P. J. Kaufman, *Trading Systems and Methods* (3rd ed. 1998), chapter 17.
public final class Kama implements ValueIndicator {
  private static final double SLOWEST = 2.0 / 31;
  private static final double FASTEST = 2.0 / 3;

  private final Window values;
  private final ExactSum path = new ExactSum();
  private double trailing;
  private double previous;
  private double average;
  private int seen;
  private boolean ready;

  /// @param window changes that the efficiency is measured over, at least 2
  public Kama(int window) {
    values = new Window(Windows.check(window, 2, "kama"));
  }

  @Override
  public void update(double value) {
    double oldest = values.push(value);
    if (seen < values.size()) {
      if (seen == 0) {
        trailing = value;
        previous = value;
      }
      path.add(Math.abs(value - previous));
      average = value;
      seen++;
    } else {
      path.exchange(Math.abs(value - previous), Math.abs(oldest - trailing));
      trailing = oldest;
      average = Math.fma(value - average, share(value - oldest), average);
      ready = true;
    }
    previous = value;
  }

  private double share(double change) {
    double length = path.value();
    double efficiency = length > 0 ? Math.min(1, Math.abs(change) / length) : 1;
    double root = efficiency * (FASTEST - SLOWEST) + SLOWEST;
    return root * root;
  }

  @Override
  public double value() {
    return average;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public int warmUp() {
    return values.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    trailing = codec.real(trailing);
    path.state(codec);
    previous = codec.real(previous);
    average = codec.real(average);
    seen = (int) codec.whole(seen);
    ready = codec.flag(ready);
  }
}
