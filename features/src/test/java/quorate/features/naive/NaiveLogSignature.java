package quorate.features.naive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Signatures as their definition reads: series of words over the letters 1, 2, 3, cut after degree
/// 3, multiplied, exponentiated and their logarithm taken word by word.
public final class NaiveLogSignature {
  /// The Hall basis in order, as nested brackets.
  public static final List<String> BASIS =
      List.of(
          "1",
          "2",
          "3",
          "[1,2]",
          "[1,3]",
          "[2,3]",
          "[1,[1,2]]",
          "[1,[1,3]]",
          "[2,[1,2]]",
          "[2,[1,3]]",
          "[2,[2,3]]",
          "[3,[1,2]]",
          "[3,[1,3]]",
          "[3,[2,3]]");

  private static final int DEGREE = 3;

  private NaiveLogSignature() {}

  /// @param path `double[point][3]`
  /// @return in the order of [#BASIS]
  public static double[] of(double[][] path) {
    return coordinates(logarithm(signature(path)));
  }

  /// Chen's identity: the product of the exponentials of the steps.
  public static Map<String, Double> signature(double[][] path) {
    Map<String, Double> signature = Map.of("", 1.0);
    for (int i = 1; i < path.length; i++) {
      Map<String, Double> step = new HashMap<>();
      for (int letter = 0; letter < 3; letter++) {
        step.put(Integer.toString(letter + 1), path[i][letter] - path[i - 1][letter]);
      }
      signature = times(signature, exponential(step));
    }
    return signature;
  }

  /// 1 + x + x²/2 + x³/6.
  public static Map<String, Double> exponential(Map<String, Double> x) {
    Map<String, Double> square = times(x, x);
    Map<String, Double> sum = plus(Map.of("", 1.0), x, 1);
    return plus(plus(sum, square, 1.0 / 2), times(square, x), 1.0 / 6);
  }

  /// x − x²/2 + x³/3 of 1 + x.
  public static Map<String, Double> logarithm(Map<String, Double> series) {
    Map<String, Double> x = plus(series, Map.of("", 1.0), -1);
    Map<String, Double> square = times(x, x);
    return plus(plus(x, square, -1.0 / 2), times(square, x), 1.0 / 3);
  }

  /// The product of two series: words are joined, those that become too long are left out.
  public static Map<String, Double> times(Map<String, Double> a, Map<String, Double> b) {
    Map<String, Double> product = new HashMap<>();
    a.forEach((left, x) ->
        b.forEach((right, y) -> {
          if (left.length() + right.length() <= DEGREE) {
            product.merge(left + right, x * y, Double::sum);
          }
        }));
    return product;
  }

  static Map<String, Double> plus(Map<String, Double> a, Map<String, Double> b, double factor) {
    Map<String, Double> sum = new HashMap<>(a);
    b.forEach((word, x) -> sum.merge(word, factor * x, Double::sum));
    return sum;
  }

  /// A series that is a combination of brackets, by its coordinates. Every set of letters below has
  /// a word that only one of the basis' brackets contains, once: `[2,[1,2]] = 2·212 − 221 − 122`.
  private static double[] coordinates(Map<String, Double> lie) {
    List<String> words =
        List.of(
            "1", "2", "3", "12", "13", "23", "112", "113", "122", "132", "223", "123", "133",
            "233");
    double[] signs = {1, 1, 1, 1, 1, 1, 1, 1, -1, -1, 1, -1, -1, -1};
    double[] coordinates = new double[BASIS.size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = signs[i] * lie.getOrDefault(words.get(i), 0.0);
    }
    return coordinates;
  }

  /// The series that has these coordinates: the brackets written out, [x,y] = xy − yx.
  public static Map<String, Double> series(double[] coordinates) {
    Map<String, Double> sum = Map.of();
    for (int i = 0; i < coordinates.length; i++) {
      sum = plus(sum, bracket(BASIS.get(i)), coordinates[i]);
    }
    return sum;
  }

  private static Map<String, Double> bracket(String written) {
    if (written.length() == 1) {
      return Map.of(written, 1.0);
    }
    Map<String, Double> left = bracket(written.substring(1, 2));
    Map<String, Double> right = bracket(written.substring(3, written.length() - 1));
    return plus(times(left, right), times(right, left), -1);
  }
}
