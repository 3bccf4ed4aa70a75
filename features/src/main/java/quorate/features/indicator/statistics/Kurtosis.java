package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPowers;
import quorate.features.state.StateCodec;

/// Excess kurtosis of the last n values: 0 for a normal distribution, positive with heavier tails;
/// 0 when all are equal.
///
/// Outputs: 0 `population` g₂ = m₄ / m₂² − 3 of the central moments over n (biased as an estimate,
/// −2 to n), 1 `sample` G₂ = (n − 1) / ((n − 2) (n − 3)) · ((n + 1) g₂ + 6), as spreadsheets have
/// it.
///
/// Source: D. N. Joanes and C. A. Gill, "Comparing measures of sample skewness and kurtosis", *J.
/// R. Statist. Soc. D* 47 (1998).
public final class Kurtosis implements ValueIndicator {
  private final RollingPowers powers;
  private final double count;
  private final double sampleScale;

  /// @param window values looked at, at least 4
  public Kurtosis(int window) {
    powers = new RollingPowers(Windows.check(window, 4, "kurtosis"));
    count = window;
    sampleScale = (count - 1) / ((count - 2) * (count - 3));
  }

  @Override
  public void update(double value) {
    powers.update(value);
  }

  @Override
  public double value() {
    double variance = powers.variance();
    return variance == 0 ? 0 : powers.fourth() / (variance * variance) - 3;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> powers.variance() == 0 ? 0 : sampleScale * ((count + 1) * value() + 6);
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return powers.ready();
  }

  @Override
  public int warmUp() {
    return powers.size();
  }

  @Override
  public void state(StateCodec codec) {
    powers.state(codec);
  }
}
