package quorate.learning.layer;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import quorate.learning.graph.Shape;
import quorate.learning.graph.Tensor;

/// How the numbers of a weight begin.
///
/// A weight is `[in][out]`; a kernel of a convolution counts as `[in·width][out]`. Numbers are
/// drawn and worked out in double precision, in the order of the array.
public sealed interface Initialisation {
  /// Fills a parameter.
  void fill(Tensor weight, RandomGenerator chance);

  /// All the same.
  static Initialisation constant(float value) {
    return new Constant(value);
  }

  /// A random matrix whose columns, or rows where there are fewer of them, are orthogonal and as
  /// long as `gain`. A. Saxe, J. McClelland and S. Ganguli, "Exact solutions to the nonlinear
  /// dynamics of learning in deep linear neural networks" (ICLR 2014).
  static Initialisation orthogonal(double gain) {
    return new Orthogonal(gain);
  }

  /// Evenly from −bound to bound.
  static Initialisation uniform(double bound) {
    return new Even(bound);
  }

  /// Evenly from −gain·√(6 / (in + out)) up. X. Glorot and Y. Bengio, "Understanding the difficulty
  /// of training deep feedforward neural networks" (AISTATS 2010), equation 16.
  static Initialisation xavierUniform(double gain) {
    return new Scaled(Scaled.Law.EVEN, true, gain);
  }

  /// Normal with σ = gain·√(2 / (in + out)); as [#xavierUniform].
  static Initialisation xavierNormal(double gain) {
    return new Scaled(Scaled.Law.NORMAL, true, gain);
  }

  /// Evenly from −√(6 / in) up, for what ReLU follows. K. He et al., "Delving deep into rectifiers"
  /// (ICCV 2015).
  static Initialisation kaimingUniform() {
    return new Scaled(Scaled.Law.EVEN, false, Math.sqrt(2));
  }

  /// Normal with σ = √(2 / in); as [#kaimingUniform].
  static Initialisation kaimingNormal() {
    return new Scaled(Scaled.Law.NORMAL, false, Math.sqrt(2));
  }

  /// Evenly from −1/√in to 1/√in, which is PyTorch's default of linear layers and convolutions.
  static Initialisation standard() {
    return new Scaled(Scaled.Law.EVEN, false, Math.sqrt(1.0 / 3));
  }

  /// Evenly between two bounds.
  ///
  /// @param bound half their distance
  record Even(double bound) implements Initialisation {
    @Override
    public void fill(Tensor weight, RandomGenerator chance) {
      float[] values = weight.values();
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (bound * (2 * chance.nextDouble() - 1));
      }
    }
  }

  /// With a standard deviation that keeps the spread of numbers from layer to layer.
  ///
  /// @param law how numbers are spread
  /// @param bothWays whether the mean of the numbers in and out counts (Xavier) or those in alone
  /// @param gain σ² times the numbers that count is its square
  record Scaled(Law law, boolean bothWays, double gain) implements Initialisation {
    /// How numbers are spread.
    enum Law {
      EVEN,
      NORMAL
    }

    @Override
    public void fill(Tensor weight, RandomGenerator chance) {
      Shape shape = weight.shape();
      double in = shape.count() / (double) shape.size(-1);
      double out = shape.count() / (double) shape.size(0);
      double deviation = gain / Math.sqrt(bothWays ? (in + out) / 2 : in);
      switch (law) {
        case EVEN -> new Even(Math.sqrt(3) * deviation).fill(weight, chance);
        case NORMAL -> {
          float[] values = weight.values();
          for (int i = 0; i < values.length; i++) {
            values[i] = (float) (deviation * chance.nextGaussian());
          }
        }
      }
    }
  }

  /// Every number the same.
  ///
  /// @param value of each
  record Constant(float value) implements Initialisation {
    @Override
    public void fill(Tensor weight, RandomGenerator chance) {
      Arrays.fill(weight.values(), value);
    }
  }

  /// Orthogonal columns or rows.
  ///
  /// @param gain their length
  record Orthogonal(double gain) implements Initialisation {
    @Override
    public void fill(Tensor weight, RandomGenerator chance) {
      Shape shape = weight.shape();
      int columns = shape.size(-1);
      int rows = shape.count() / columns;
      int vectors = Math.min(rows, columns);
      int length = Math.max(rows, columns);
      double[][] basis = basis(vectors, length, chance);
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < columns; j++) {
          double number = rows >= columns ? basis[j][i] : basis[i][j];
          weight.values()[i * columns + j] = (float) (gain * number);
        }
      }
    }

    /// Gram and Schmidt's orthogonal vectors, each projected out twice, which is enough for full
    /// precision (L. Giraud, J. Langou and M. Rozložník, 2005).
    private static double[][] basis(int vectors, int length, RandomGenerator chance) {
      double[][] basis = new double[vectors][length];
      for (int i = 0; i < vectors; i++) {
        double[] vector = basis[i];
        Arrays.setAll(vector, j -> chance.nextGaussian());
        for (int pass = 0; pass < 2; pass++) {
          for (int before = 0; before < i; before++) {
            double along = dot(vector, basis[before]);
            for (int j = 0; j < length; j++) {
              vector[j] -= along * basis[before][j];
            }
          }
        }
        double norm = Math.sqrt(dot(vector, vector));
        for (int j = 0; j < length; j++) {
          vector[j] /= norm;
        }
      }
      return basis;
    }

    private static double dot(double[] a, double[] b) {
      double dot = 0;
      for (int i = 0; i < a.length; i++) {
        dot += a[i] * b[i];
      }
      return dot;
    }
  }
}
