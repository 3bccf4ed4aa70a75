package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Mean, linearly weighted mean and least-squares slope of the last so many numbers, free of drift;
/// O(1) an update.
///
/// With weights n for the newest number down to 1 for the oldest, a new number makes the weighted
/// sum W′ = W + n·x − S, where S is the plain sum before. Both are kept as [ExactSum]s.
public final class RollingTrend implements Stateful {
  private final Window window;
  private final ExactSum sum = new ExactSum();
  private final ExactSum weighted = new ExactSum();
  private final double size;
  private final double inverse;
  private final double weights;
  private final double inverseWeights;
  private final double centre;
  private final double inverseSpread;

  /// @param size at least 1; a slope needs 2
  public RollingTrend(int size) {
    this.window = new Window(size);
    this.size = size;
    this.inverse = 1.0 / size;
    this.weights = this.size * (this.size + 1) / 2;
    this.inverseWeights = 1 / weights;
    this.centre = (this.size + 1) / 2;
    this.inverseSpread = 12 / (this.size * (this.size * this.size - 1));
  }

  public void update(double value) {
    weighted.addProduct(value, size);
    weighted.subtract(sum);
    sum.exchange(value, window.push(value));
  }

  /// Σ weight · number / Σ weight.
  public double weightedMean() {
    return weighted.mean(weights, inverseWeights);
  }

  public double mean() {
    return sum.mean(size, inverse);
  }

  /// Slope of the least-squares line, in the numbers' unit per step; 0 exactly when all are equal.
  public double slope() {
    double level = centre * sum.high();
    double levelLow = Math.fma(centre, sum.high(), -level) + centre * sum.low();
    double difference = weighted.high() - level;
    double part = difference - weighted.high();
    double error = (weighted.high() - (difference - part)) - (level + part);
    return (difference + (error + (weighted.low() - levelLow))) * inverseSpread;
  }

  public boolean ready() {
    return window.full();
  }

  public int size() {
    return window.size();
  }

  @Override
  public void state(StateCodec codec) {
    window.state(codec);
    sum.state(codec);
    weighted.state(codec);
  }
}
