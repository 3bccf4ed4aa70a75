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
