package quorate.learning.supervised;

import java.util.Arrays;

/// Rows of inputs with the targets that belong to them, and how much each row counts. Immutable;
/// safe for many threads.
///
/// What is training and what is validation the caller decides ([#slice]): rows of a time series
/// must not be mixed by chance. Numbers are best brought to mean 0 and deviation 1 before, by what
/// the training rows say.
public final class Examples {
  private final int rows;
  private final int inputSize;
  private final int targetSize;
  private final float[] inputs;
  private final float[] targets;
  private final float[] weights;

  /// @param inputs `[rows][inputSize]`, oldest first where time has an order
  /// @param targets `[rows][targetSize]`
  /// @throws IllegalArgumentException when there is no row, the numbers do not divide into rows, or
  ///   one is not finite
  public static Examples of(int rows, float[] inputs, float[] targets) {
    float[] weights = new float[Math.max(rows, 0)];
    Arrays.fill(weights, 1f);
    return new Examples(rows, inputs.clone(), targets.clone(), weights);
  }

  /// Takes the arrays over.
  private Examples(int rows, float[] inputs, float[] targets, float[] weights) {
    if (rows < 1) {
      throw new IllegalArgumentException("examples must be at least 1 row, but were " + rows);
    }
    this.rows = rows;
    this.inputSize = width("inputs", inputs, rows);
    this.targetSize = width("targets", targets, rows);
    this.inputs = inputs;
    this.targets = targets;
    this.weights = weights;
    check("input", inputs, inputSize);
    check("target", targets, targetSize);
    checkWeights(weights);
  }

  private static int width(String what, float[] numbers, int rows) {
    if (numbers.length == 0 || numbers.length % rows != 0) {
      throw new IllegalArgumentException(
          "%s of %,d rows must be as many numbers for each, but were %,d numbers"
              .formatted(what, rows, numbers.length));
    }
    return numbers.length / rows;
  }

  private static void check(String what, float[] numbers, int width) {
    for (int i = 0; i < numbers.length; i++) {
      if (!Float.isFinite(numbers[i])) {
        throw new IllegalArgumentException(
            "every %s must be finite, but number %d of row %,d was %s"
                .formatted(what, i % width, i / width, numbers[i]));
      }
    }
  }

  private static void checkWeights(float[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      if (!(weights[i] >= 0) || !Float.isFinite(weights[i])) {
        throw new IllegalArgumentException(
            "every weight must be at least 0 and finite, but that of row %,d was %s"
                .formatted(i, weights[i]));
      }
      sum += weights[i];
    }
    if (sum == 0) {
      throw new IllegalArgumentException("weights must not all be 0, but were");
    }
  }

  /// The same with how much each row counts in losses; 1 each at first.
  ///
  /// @param each `[rows]`, at least 0 and not all of them 0
  /// @throws IllegalArgumentException when they are not
  public Examples weighted(float[] each) {
    if (each.length != rows) {
      throw new IllegalArgumentException(
          "weights must be one for each of %,d rows, but were %,d".formatted(rows, each.length));
    }
    return new Examples(rows, inputs, targets, each.clone());
  }

  /// Some of the rows, side by side.
  ///
  /// @param from first row
  /// @param to row after the last
  /// @throws IllegalArgumentException when there is none, or one that these have not
  public Examples slice(int from, int to) {
    if (from < 0 || to > rows || from >= to) {
      throw new IllegalArgumentException(
          "rows must be at least one of 0 to %,d, but were %,d to %,d (the end left out)"
              .formatted(rows - 1, from, to));
    }
    return new Examples(
        to - from,
        Arrays.copyOfRange(inputs, from * inputSize, to * inputSize),
        Arrays.copyOfRange(targets, from * targetSize, to * targetSize),
        Arrays.copyOfRange(weights, from, to));
  }

  public int rows() {
    return rows;
  }

  /// Numbers in the inputs of a row.
  public int inputSize() {
    return inputSize;
  }

  /// Numbers in the targets of a row.
  public int targetSize() {
    return targetSize;
  }

  float weight(int row) {
    return weights[row];
  }

  /// Copies one row to a place of a batch.
  void copy(int row, int place, float[] intoInputs, float[] intoTargets) {
    System.arraycopy(inputs, row * inputSize, intoInputs, place * inputSize, inputSize);
    System.arraycopy(targets, row * targetSize, intoTargets, place * targetSize, targetSize);
  }
}
