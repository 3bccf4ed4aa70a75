package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.SortedWindow;
import quorate.features.state.StateCodec;

/// Percentile of the last n values by nearest rank, in their unit: the smallest of them that at
/// least p percent do not exceed; p = 50 is the median (the lower one of two), 0 the smallest.
/// Agrees with TA-Lib PERCENTILE.
public final class Percentile implements ValueIndicator {
  private final SortedWindow values;
  private final int rank;

  /// @param window values looked at, at least 2
  /// @param percentile the p of the formula, 0 to 100
  public Percentile(int window, double percentile) {
    values = new SortedWindow(Windows.check(window, 2, "percentile"));
    if (!(percentile >= 0 && percentile <= 100)) {
      throw new IllegalArgumentException(
          "percentile must be from 0 to 100, but was %s (feature \"percentile\")"
              .formatted(percentile));
    }
    rank = Math.max(0, (int) Math.ceil(percentile * window / 100) - 1);
  }

  @Override
  public void update(double value) {
    values.update(value);
  }

  @Override
  public double value() {
    return values.at(rank);
  }

  @Override
  public boolean ready() {
    return values.ready();
  }

  @Override
  public int warmUp() {
    return values.size();
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
  }
}
