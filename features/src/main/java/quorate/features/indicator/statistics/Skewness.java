package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPowers;
import quorate.features.state.StateCodec;

/// Skewness of the last n values: positive with a long tail above; 0 when all are equal.
///
/// Outputs: 0 `population` g₁ = m₃ / m₂^1.5 of the central moments over n (biased as an estimate,
/// at most √n), 1 `sample` G₁ = g₁ · √(n (n − 1)) / (n − 2), as spreadsheets have it.
///
/// Source: D. N. Joanes and C. A. Gill, "Comparing measures of sample skewness and kurtosis", *J.
/// R. Statist. Soc. D* 47 (1998).
public final class Skewness implements ValueIndicator {
  private final RollingPowers powers;
  private final double sampleScale;

  /// @param window values looked at, at least 3
  public Skewness(int window) {
    powers = new RollingPowers(Windows.check(window, 3, "skewness"));
    sampleScale = Math.sqrt(window * (window - 1.0)) / (window - 2);
  }

  @Override
  public void update(double value) {
    powers.update(value);
  }

  @Override
  public double value() {
    double variance = powers.variance();
    return variance == 0 ? 0 : powers.third() / (variance * Math.sqrt(variance));
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> value();
      case 1 -> sampleScale * value();
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
