package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Wma;
import quorate.features.state.StateCodec;

/// The Coppock curve, in percent: the weighted average of the sum of two rates of change. Made for
/// months, where it is bought when it turns up from below 0. Agrees with TA-Lib COPPOCK.
///
/// Source: E. S. C. Coppock, "Practical relative strength charting", *Barron's* (1962).
public final class Coppock implements ValueIndicator {
  private final Wma average;
  private final RateOfChange shorter;
  private final RateOfChange longer;

  /// @param window sums averaged, at least 1
  /// @param first bars that one rate of change reaches back, at least 1
  /// @param second bars that the other one reaches back, at least 1
  public Coppock(int window, int first, int second) {
    average = new Wma(Windows.check(window, 1, "coppock"));
    shorter = new RateOfChange(Windows.check(Math.min(first, second), 1, "coppock"));
    longer = new RateOfChange(Windows.check(Math.max(first, second), 1, "coppock"));
  }

  @Override
  public void update(double value) {
    shorter.update(value);
    longer.update(value);
    if (longer.ready()) {
      average.update(shorter.value() + longer.value());
    }
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
    return longer.warmUp() + average.warmUp() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    average.state(codec);
    shorter.state(codec);
    longer.state(codec);
  }
}
