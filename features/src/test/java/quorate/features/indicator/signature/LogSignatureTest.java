package quorate.features.indicator.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.domain.property.ForAll;
import quorate.features.naive.NaiveLogSignature;

class LogSignatureTest {
  private static final double EXACT = 1e-12;

  /// One step along 1, then one along 2. By Baker, Campbell and Hausdorff log(e¹·e²) = 1 + 2 +
  /// ½[1,2] + ¹⁄₁₂[1,[1,2]] − ¹⁄₁₂[2,[1,2]]; ½ is the area between the corner and the chord.
  @Test
  void isHalfTheSquareForACorner() {
    double[] corner = of(new double[][] {{0, 0, 0}, {1, 0, 0}, {1, 1, 0}});

    double[] expected = new double[LogSignature.SIZE];
    expected[0] = 1;
    expected[1] = 1;
    expected[3] = 0.5;
    expected[6] = 1.0 / 12;
    expected[8] = -1.0 / 12;
    assertThat(corner).containsExactly(expected, within(EXACT));
  }

  @Test
  void isOnlyTheIncrementForAStraightLine() {
    double[] line = of(new double[][] {{5, 1, 2}, {5.3, 1.1, 1.2}, {5.9, 1.3, -0.4}, {8, 2, -6}});

    double[] expected = new double[LogSignature.SIZE];
    expected[0] = 3;
    expected[1] = 1;
    expected[2] = -8;
    assertThat(line).containsExactly(expected, within(EXACT));
  }

  @Test
  void agreesWithItsDefinitionWrittenDownNaively() {
    ForAll.cases(
        50,
        1,
        chance -> path(chance, 2 + chance.nextInt(30)),
        path -> assertClose(of(path), NaiveLogSignature.of(path), EXACT));
  }

  /// What the coordinates stand for, all 39 words of it, is the logarithm of the signature.
  @Test
  void isTheWholeLogarithmInTheHallBasis() {
    double[][] path = path(Philox.seeded(2), 12);

    double[] written = NaiveLogSignature.series(of(path));

    assertThat(written)
        .containsExactly(
            NaiveLogSignature.logarithm(NaiveLogSignature.signature(path)), within(EXACT));
  }

  @Test
  void doesNotAskHowFastThePathWasGone() {
    ForAll.cases(
        20, 3, chance -> path(chance, 10), path -> assertClose(of(slowed(path)), of(path), EXACT));
  }

  /// Every point twice, and a stop halfway between.
  private static double[][] slowed(double[][] path) {
    List<double[]> slow = new ArrayList<>();
    for (int i = 0; i < path.length; i++) {
      if (i > 0) {
        double[] half = new double[3];
        for (int letter = 0; letter < 3; letter++) {
          half[letter] = (path[i - 1][letter] + path[i][letter]) / 2;
        }
        slow.add(half);
      }
      slow.add(path[i]);
      slow.add(path[i]);
    }
    return slow.toArray(double[][]::new);
  }

  @Test
  void isItsOwnNegativeBackwards() {
    ForAll.cases(
        20,
        4,
        chance -> path(chance, 15),
        path -> {
          double[][] backwards = new double[path.length][];
          Arrays.setAll(backwards, i -> path[path.length - 1 - i]);
          double[] negative = Arrays.stream(of(backwards)).map(x -> -x).toArray();
          assertClose(negative, of(path), EXACT);
        });
  }

  @Test
  void multipliesWherePathsAreJoined() {
    ForAll.cases(
        20,
        5,
        chance -> path(chance, 16),
        path -> {
          double[] first = NaiveLogSignature.series(of(Arrays.copyOf(path, 7)));
          double[] second = NaiveLogSignature.series(of(Arrays.copyOfRange(path, 6, path.length)));

          double[] joined = NaiveLogSignature.exponential(NaiveLogSignature.series(of(path)));

          assertThat(joined)
              .containsExactly(
                  NaiveLogSignature.times(
                      NaiveLogSignature.exponential(first), NaiveLogSignature.exponential(second)),
                  within(1e-10));
        });
  }

  @Test
  void beginsAnewWhenCleared() {
    LogSignature signature = new LogSignature();
    signature.step(3, -1, 2);
    signature.step(1, 1, 1);

    signature.clear();
    signature.step(1, 2, 3);

    assertThat(values(signature)).startsWith(1, 2, 3).endsWith(new double[11]);
  }

  @Test
  void agreesWithThePublishedLibrary() throws IOException {
    List<double[]> path = new ArrayList<>();
    int paths = 0;
    try (BufferedReader lines = fixture()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] fields = line.split(";", -1);
        double[] numbers =
            Arrays.stream(fields, 1, fields.length).mapToDouble(Double::parseDouble).toArray();
        if (fields[0].equals("point")) {
          path.add(numbers);
        } else {
          assertClose(of(path.toArray(double[][]::new)), numbers, 1e-9);
          path.clear();
          paths++;
        }
      }
    }
    assertThat(paths).isEqualTo(12);
  }

  private static BufferedReader fixture() {
    return new BufferedReader(
        new InputStreamReader(
            Objects.requireNonNull(
                LogSignatureTest.class.getResourceAsStream("/signature/paths.csv")),
            StandardCharsets.UTF_8));
  }

  private static double[][] path(RandomGenerator chance, int points) {
    double[][] path = new double[points][3];
    for (int i = 1; i < points; i++) {
      for (int letter = 0; letter < 3; letter++) {
        path[i][letter] = path[i - 1][letter] + 0.5 * chance.nextGaussian();
      }
    }
    return path;
  }

  private static double[] of(double[][] path) {
    LogSignature signature = new LogSignature();
    for (int i = 1; i < path.length; i++) {
      signature.step(
          path[i][0] - path[i - 1][0], path[i][1] - path[i - 1][1], path[i][2] - path[i - 1][2]);
    }
    return values(signature);
  }

  private static double[] values(LogSignature signature) {
    double[] values = new double[LogSignature.SIZE];
    Arrays.setAll(values, signature::value);
    return values;
  }

  private static void assertClose(double[] found, double[] expected, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i])
          .as(NaiveLogSignature.BASIS.get(i))
          .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
    }
  }
}
