package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.state.StateCodec;

/// Fractional difference of order d over a window of fixed width, in the values' unit: Σ wₖ · x[t −
/// k] with w₀ = 1 and wₖ = −wₖ₋₁ · (d − k + 1) / k. Order 1 is the difference of neighbours; an
/// order between keeps some memory and may be stationary all the same. Usually of log prices,
/// `fractional_difference(ln(close), 0.4, 0.0001)`.
///
/// The weights end before the first one below the threshold, so that every value has the same
/// weights and no drift of a growing window: order 0.4 and threshold 0.0001 take 282 values. An
/// update costs one product a weight.
///
/// Source: M. López de Prado, *Advances in Financial Machine Learning* (2018), section 5.5, after
/// J. R. M. Hosking, "Fractional differencing", *Biometrika* 68 (1981).
public final class FractionalDifference implements ValueIndicator {
  private final double[] weights;

  /// The last values twice, one width apart, newest first from `newest` on, so that a window is
  /// always in one piece.
  private final double[] values;

  private int newest;
  private int count;

  /// @param order the d of the formula, positive
  /// @param threshold size below which weights are left out, above 0 and below 1
  public FractionalDifference(double order, double threshold) {
    if (!(order > 0)) {
      throw new IllegalArgumentException(
          "order must be positive, but was %s (feature \"fractional_difference\")"
              .formatted(order));
    }
    if (!(threshold > 0 && threshold < 1)) {
      throw new IllegalArgumentException(
          "threshold must be above 0 and below 1, but was %s (feature \"fractional_difference\")"
              .formatted(threshold));
    }
    weights = new double[width(order, threshold)];
    weights[0] = 1;
    for (int k = 1; k < weights.length; k++) {
      weights[k] = next(weights[k - 1], order, k);
    }
    values = new double[2 * weights.length];
  }

  private static double next(double weight, double order, int k) {
    return -weight * (order - k + 1) / k;
  }

  private static int width(double order, double threshold) {
    int width = 1;
    double weight = next(1, order, 1);
    while (Math.abs(weight) >= threshold) {
      width++;
      weight = next(weight, order, width);
      if (width > Windows.MAX) {
        throw new IllegalArgumentException(
            "weights must be at most %d, but more are above a threshold of %s (feature"
                    .formatted(Windows.MAX, threshold)
                + " \"fractional_difference\")");
      }
    }
    return width;
  }

  @Override
  public void update(double value) {
    newest = newest == 0 ? weights.length - 1 : newest - 1;
    values[newest] = value;
    values[newest + weights.length] = value;
    if (count < weights.length) {
      count++;
    }
  }

  /// Four sums side by side, so that no product waits for the one before.
  @Override
  public double value() {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < weights.length; k += 4) {
      a = Math.fma(weights[k], values[newest + k], a);
      b = Math.fma(weights[k + 1], values[newest + k + 1], b);
      c = Math.fma(weights[k + 2], values[newest + k + 2], c);
      d = Math.fma(weights[k + 3], values[newest + k + 3], d);
    }
    for (; k < weights.length; k++) {
      a = Math.fma(weights[k], values[newest + k], a);
    }
    return (a + b) + (c + d);
  }

  @Override
  public boolean ready() {
    return count == weights.length;
  }

  @Override
  public int warmUp() {
    return weights.length;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(values);
    newest = (int) codec.whole(newest);
    count = (int) codec.whole(count);
  }
}
