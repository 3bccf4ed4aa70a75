package quorate.learning.environment;

import java.util.Arrays;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// Mean and variance of each column of all rows seen, in double precision.
///
/// Batches are joined by the parallel algorithm of Chan, Golub and LeVeque (1979). It starts, like
/// Stable-Baselines3's, from mean 0 and variance 1 with the weight of 1e-4 rows, which keeps the
/// variance above 0; variances are those of the whole, divided by n.
public final class RunningMoments implements Stateful {
  private static final double FIRST_WEIGHT = 1e-4;

  private final double[] mean;
  private final double[] variance;
  private double count = FIRST_WEIGHT;

  /// @throws IllegalArgumentException when there is no column
  public RunningMoments(int columns) {
    if (columns < 1) {
      throw new IllegalArgumentException("columns must be at least 1, but was " + columns);
    }
    mean = new double[columns];
    variance = new double[columns];
    Arrays.fill(variance, 1);
  }

  public int columns() {
    return mean.length;
  }

  /// Rows seen, with the weight it started from.
  public double count() {
    return count;
  }

  public double mean(int column) {
    return mean[column];
  }

  public double variance(int column) {
    return variance[column];
  }

  /// Takes in a batch. Allocates nothing.
  ///
  /// @param batch `float[rows][columns]`
  /// @param whose for the message when a number is not finite
  /// @throws IllegalArgumentException when a number is NaN or infinite; nothing is taken in then
  public void update(float[] batch, int rows, String whose) {
    int columns = mean.length;
    for (int i = 0; i < rows * columns; i++) {
      if (!Float.isFinite(batch[i])) {
        throw new IllegalArgumentException(
            "a number to be normalised must be finite, but was %s (%s, row %d, column %d)"
                .formatted(batch[i], whose, i / columns, i % columns));
      }
    }
    for (int column = 0; column < columns; column++) {
      double sum = 0;
      for (int row = 0; row < rows; row++) {
        sum += batch[row * columns + column];
      }
      double batchMean = sum / rows;
      double squares = 0;
      for (int row = 0; row < rows; row++) {
        double off = batch[row * columns + column] - batchMean;
        squares += off * off;
      }
      join(column, batchMean, squares / rows, rows);
    }
    count += rows;
  }

  /// Takes in a batch of one column in double precision.
  void update(double[] batch) {
    double sum = 0;
    for (double value : batch) {
      sum += value;
    }
    double batchMean = sum / batch.length;
    double squares = 0;
    for (double value : batch) {
      squares += (value - batchMean) * (value - batchMean);
    }
    join(0, batchMean, squares / batch.length, batch.length);
    count += batch.length;
  }

  @Override
  public void save(StateWriter out) {
    out.mark("running moments");
    out.number(count);
    out.numbers(mean);
    out.numbers(variance);
  }

  @Override
  public void load(StateReader in) {
    in.mark("running moments");
    count = in.real();
    in.numbers(mean);
    in.numbers(variance);
  }

  private void join(int column, double batchMean, double batchVariance, int rows) {
    double total = count + rows;
    double delta = batchMean - mean[column];
    mean[column] += delta * rows / total;
    double squares =
        variance[column] * count + batchVariance * rows + delta * delta * count * rows / total;
    variance[column] = squares / total;
  }
}
