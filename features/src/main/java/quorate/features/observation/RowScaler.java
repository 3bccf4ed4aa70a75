package quorate.features.observation;

import java.util.List;
import quorate.domain.Scaling;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Scales the rows of one view, column by column.
///
/// The running mean and deviation are West's for weighted data ("Updating mean and variance
/// estimates: an improved method", CACM 22, 1979) with weights that halve every so many rows: W′ =
/// λW + 1, m′ = m + (x − m) / W′, S′ = λS + (x − m)(x − m′). A row is scaled by what was known
/// before it.
sealed interface RowScaler extends Stateful {
  static RowScaler of(Scaling scaling, int columns) {
    return switch (scaling) {
      case Scaling.Natural natural -> new Limit(Double.POSITIVE_INFINITY);
      case Scaling.Clipped clipped -> new Limit(clipped.limit());
      case Scaling.Frozen frozen ->
          new ByFittedNumbers(
              numbers(frozen.means()), numbers(frozen.deviations()), frozen.limit());
      case Scaling.Running running ->
          new ByRowsBefore(columns, Math.pow(0.5, 1 / running.halfLife()), running.limit());
    };
  }

  private static double[] numbers(List<Double> list) {
    return list.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /// A column of the row that is being written, in the order of the columns.
  double scaled(int column, double value);

  private static double standardised(double value, double mean, double deviation, double limit) {
    return deviation > 0 ? clipped((value - mean) / deviation, limit) : 0;
  }

  private static double clipped(double value, double limit) {
    return Math.max(-limit, Math.min(limit, value));
  }

  /// Numbers as they are, within a limit.
  record Limit(double limit) implements RowScaler {
    @Override
    public double scaled(int column, double value) {
      return limit == Double.POSITIVE_INFINITY ? value : clipped(value, limit);
    }

    @Override
    public void state(StateCodec codec) {}
  }

  /// By numbers that came with a model.
  final class ByFittedNumbers implements RowScaler {
    private final double[] means;
    private final double[] deviations;
    private final double limit;

    ByFittedNumbers(double[] means, double[] deviations, double limit) {
      this.means = means;
      this.deviations = deviations;
      this.limit = limit;
    }

    @Override
    public double scaled(int column, double value) {
      return standardised(value, means[column], deviations[column], limit);
    }

    @Override
    public void state(StateCodec codec) {}
  }

  /// By the rows before.
  final class ByRowsBefore implements RowScaler {
    private final double keep;
    private final double limit;
    private final double[] means;
    private final double[] squares;
    private double weight;
    private double nextWeight;

    ByRowsBefore(int columns, double keep, double limit) {
      this.keep = keep;
      this.limit = limit;
      this.means = new double[columns];
      this.squares = new double[columns];
    }

    @Override
    public double scaled(int column, double value) {
      if (column == 0) {
        weight = nextWeight;
        nextWeight = Math.fma(keep, weight, 1);
      }
      double deviation = weight > 1 ? Math.sqrt(squares[column] / weight) : 0;
      double scaled = standardised(value, means[column], deviation, limit);
      double off = value - means[column];
      means[column] += off / nextWeight;
      squares[column] = Math.fma(keep, squares[column], off * (value - means[column]));
      return scaled;
    }

    @Override
    public void state(StateCodec codec) {
      codec.reals(means);
      codec.reals(squares);
      weight = codec.real(weight);
      nextWeight = codec.real(nextWeight);
    }
  }
}
