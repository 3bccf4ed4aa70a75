package quorate.features.indicator.average;

import java.util.stream.IntStream;
import quorate.features.indicator.PairIndicator;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RecentMeans;
import quorate.features.state.StateCodec;

/// Moving average whose window changes from value to value: the second series says how many values
/// of the first are averaged, in the unit of the first. Agrees with TA-Lib MAVP.
///
/// The window is rounded towards 0 and kept from `least` to `most`. Averages of all windows are
/// ready with the longest and begin as late as they can. A simple average costs O(1); of the other
/// kinds every window has its average, and all of them follow every value.
public final class VariableMovingAverage implements PairIndicator {
  private final int least;
  private final int most;
  private final int warmUp;
  private final RecentMeans means;

  /// One for each window, none for the simple kind, which has its sums instead.
  private final ValueIndicator[] averages;

  /// Values before the first that each average takes.
  private final int[] skipped;

  private int window;
  private int seen;

  /// @param least shortest window, at least 1
  /// @param most longest window, at least `least`
  /// @param kind place among the kinds of [AverageKind], 0 to 8
  public VariableMovingAverage(int least, int most, int kind) {
    this.least = Windows.check(least, 1, "variable_moving_average");
    this.most = Windows.check(most, 1, "variable_moving_average");
    if (most < least) {
      throw new IllegalArgumentException(
          "most must be at least least, %d bars, but was %d (feature \"variable_moving_average\")"
              .formatted(least, most));
    }
    warmUp = AverageKind.of(kind, most).warmUp();
    means = new RecentMeans(most);
    averages =
        AverageKind.numbered(kind) == AverageKind.SMA
            ? new ValueIndicator[0]
            : IntStream.rangeClosed(least, most)
                .mapToObj(n -> AverageKind.of(kind, n))
                .toArray(ValueIndicator[]::new);
    skipped = new int[averages.length];
    for (int i = 0; i < skipped.length; i++) {
      skipped[i] = warmUp - averages[i].warmUp();
    }
  }

  @Override
  public void update(double value, double window) {
    this.window = Math.clamp((long) window, least, most);
    if (averages.length == 0) {
      means.update(value);
    }
    for (int i = 0; i < averages.length; i++) {
      if (seen >= skipped[i]) {
        averages[i].update(value);
      }
    }
    if (seen < warmUp) {
      seen++;
    }
  }

  @Override
  public double value() {
    return averages.length == 0
        ? means.mean(Math.max(1, window))
        : averages[Math.max(0, window - least)].value();
  }

  @Override
  public boolean ready() {
    return seen == warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    means.state(codec);
    for (ValueIndicator average : averages) {
      average.state(codec);
    }
    window = (int) codec.whole(window);
    seen = (int) codec.whole(seen);
  }
}
