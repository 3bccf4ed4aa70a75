package quorate.features.indicator.cycle;

import quorate.features.rolling.RecentMeans;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// What is left of a series when its dominant cycle is averaged away: the mean of the last whole
/// cycle, smoothed by the weights 4, 3, 2, 1.
final class CycleTrend implements Stateful {
  private final RecentMeans means = new RecentMeans(HilbertTransform.LONGEST);
  private double mean;
  private double oneBack;
  private double twoBack;
  private double threeBack;

  /// @param cycle of the same series, already with this value
  void update(double value, HilbertTransform cycle) {
    means.update(value);
    if (cycle.begun()) {
      threeBack = twoBack;
      twoBack = oneBack;
      oneBack = mean;
      int length = cycle.length();
      mean = length == 0 ? 0 : means.mean(length);
    }
  }

  double value() {
    return 0.1 * (4 * mean + 3 * oneBack + 2 * twoBack + threeBack);
  }

  @Override
  public void state(StateCodec codec) {
    means.state(codec);
    mean = codec.real(mean);
    oneBack = codec.real(oneBack);
    twoBack = codec.real(twoBack);
    threeBack = codec.real(threeBack);
  }
}
