package quorate.features.naive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Signatures as their definition reads: series of words over the letters 1, 2, 3, cut after degree
/// 3, multiplied, exponentiated and their logarithm taken word by word.
///
/// A series is a `double[40]`, the coefficients of [#WORDS].
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

  /// All words of at most three letters, the empty one first.
  public static final List<String> WORDS = words();

  /// Place of the word that two words make together, −1 when it is too long.
  private static final int[][] JOINED = joined();

  private NaiveLogSignature() {}

  private static List<String> words() {
    List<String> words = new ArrayList<>(List.of(""));
    for (int i = 0; words.get(i).length() < 3; i++) {
      for (String letter : List.of("1", "2", "3")) {
        words.add(words.get(i) + letter);
      }
    }
    return List.copyOf(words);
  }

  private static int[][] joined() {
    int[][] joined = new int[WORDS.size()][WORDS.size()];
    for (int i = 0; i < joined.length; i++) {
      for (int j = 0; j < joined.length; j++) {
        joined[i][j] = WORDS.indexOf(WORDS.get(i) + WORDS.get(j));
      }
    }
    return joined;
  }

  /// @param path `double[point][3]`
  /// @return in the order of [#BASIS]
  public static double[] of(double[][] path) {
    return coordinates(logarithm(signature(path)));
  }

  /// Chen's identity: the product of the exponentials of the steps.
  public static double[] signature(double[][] path) {
    double[] signature = one();
    for (int i = 1; i < path.length; i++) {
      double[] step = new double[WORDS.size()];
      for (int letter = 0; letter < 3; letter++) {
        step[1 + letter] = path[i][letter] - path[i - 1][letter];
      }
      signature = times(signature, exponential(step));
    }
    return signature;
  }

  private static double[] one() {
    double[] one = new double[WORDS.size()];
    one[0] = 1;
    return one;
  }

  /// 1 + x + x²/2 + x³/6.
  public static double[] exponential(double[] x) {
    double[] square = times(x, x);
    return plus(plus(plus(one(), x, 1), square, 1.0 / 2), times(square, x), 1.0 / 6);
  }

  /// x − x²/2 + x³/3 of 1 + x.
  public static double[] logarithm(double[] series) {
    double[] x = plus(series, one(), -1);
    double[] square = times(x, x);
    return plus(plus(x, square, -1.0 / 2), times(square, x), 1.0 / 3);
  }

  /// The product of two series: words are joined, those that become too long are left out.
  public static double[] times(double[] a, double[] b) {
    double[] product = new double[WORDS.size()];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; a[i] != 0 && j < b.length; j++) {
        if (JOINED[i][j] >= 0) {
          product[JOINED[i][j]] += a[i] * b[j];
        }
      }
    }
    return product;
  }

  private static double[] plus(double[] a, double[] b, double factor) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + factor * b[i]);
    return sum;
  }

  /// A series that is a combination of brackets, by its coordinates. Each bracket of the basis has
  /// a word that none of the others contains, and that it contains once, with the sign given here:
  /// `[2,[1,2]] = 2·212 − 221 − 122`.
  private static double[] coordinates(double[] lie) {
    String[] words = {
      "1", "2", "3", "12", "13", "23", "112", "113", "122", "132", "223", "123", "133", "233"
    };
    double[] signs = {1, 1, 1, 1, 1, 1, 1, 1, -1, -1, 1, -1, -1, -1};
    double[] coordinates = new double[words.length];
    Arrays.setAll(coordinates, i -> signs[i] * lie[WORDS.indexOf(words[i])]);
    return coordinates;
  }

  /// The series that has these coordinates: the brackets written out, [x,y] = xy − yx.
  public static double[] series(double[] coordinates) {
    double[] sum = new double[WORDS.size()];
    for (int i = 0; i < coordinates.length; i++) {
      sum = plus(sum, bracket(BASIS.get(i)), coordinates[i]);
    }
    return sum;
  }

  private static double[] bracket(String written) {
    if (written.length() == 1) {
      double[] letter = new double[WORDS.size()];
      letter[WORDS.indexOf(written)] = 1;
      return letter;
    }
    double[] left = bracket(written.substring(1, 2));
    double[] right = bracket(written.substring(3, written.length() - 1));
    return plus(times(left, right), times(right, left), -1);
  }
}
