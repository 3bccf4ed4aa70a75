package quorate.features.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;

class ReferenceTest {
  private static double[] range(int from, int to) {
    return IntStream.range(from, to).asDoubleStream().toArray();
  }

  private static double[] normal(long seed, int count, double mean, double deviation) {
    Philox chance = Philox.seeded(seed);
    return DoubleStream.generate(() -> mean + deviation * chance.nextGaussian())
        .limit(count)
        .toArray();
  }

  @Test
  void findsNoDriftOfValuesFromThemselves() {
    Drift drift = Reference.of("rsi(14)", range(0, 100), 10).compare(range(0, 100));

    assertThat(drift.stabilityIndex()).isZero();
    assertThat(drift.distance()).isZero();
    assertThat(drift.chance()).isEqualTo(1);
    assertThat(drift.hasMoved(0.01)).isFalse();
  }

  /// Two bins of half each, now a quarter and three quarters: −¼·ln ½ + ¼·ln 1½ = ¼·ln 3.
  @Test
  void addsUpWhatMovedBetweenTheBins() {
    Drift drift =
        Reference.of("close", new double[] {1, 2, 3, 4}, 2).compare(new double[] {2, 3, 3, 4});

    assertThat(drift.stabilityIndex()).isCloseTo(0.25 * Math.log(3), within(1e-15));
    assertThat(drift.distance()).isEqualTo(0.25); // of ≤ 1 and of ≤ 2
  }

  /// The second bin is empty now and counts as half of one of 4 values.
  @Test
  void countsAnEmptyBinAsHalfAValue() {
    Drift drift =
        Reference.of("close", new double[] {1, 2, 3, 4}, 2).compare(new double[] {0, 0, 1, 2});

    assertThat(drift.stabilityIndex())
        .isCloseTo(0.5 * Math.log(2) + (0.125 - 0.5) * Math.log(0.25), within(1e-15));
  }

  @Test
  void isTheSameWhateverTheOrderOfTheValues() {
    double[] before = normal(1, 500, 0, 1);
    double[] now = normal(2, 300, 0.3, 1);
    Drift drift = Reference.of("x", before, 10).compare(now);

    double[] turned = IntStream.range(0, 500).mapToDouble(i -> before[499 - i]).toArray();
    double[] sorted = now.clone();
    Arrays.sort(sorted);

    assertThat(Reference.of("x", turned, 10).compare(sorted)).isEqualTo(drift);
  }

  @Test
  void mergesBinsOfAFeatureThatHasFewDifferentValues() {
    double[] signals = IntStream.range(0, 100).mapToDouble(i -> i % 3 - 1).toArray();

    Reference reference = Reference.of("mitigation", signals, 10);

    assertThat(reference.bins()).isEqualTo(3);
    assertThat(reference.compare(signals).stabilityIndex()).isZero();
  }

  @Test
  void hasOneBinOfAConstant() {
    Reference reference = Reference.of("x", new double[20], 10);

    assertThat(reference.bins()).isEqualTo(1);
    assertThat(reference.compare(new double[] {1, 1}).stabilityIndex()).isZero();
    assertThat(reference.compare(new double[] {1, 1}).distance()).isEqualTo(1);
  }

  @Test
  void seesAShiftOfOneDeviationAsMoved() {
    Drift drift = Reference.of("x", normal(3, 5_000, 0, 1), 10).compare(normal(4, 500, 1, 1));

    // Jeffreys' divergence of N(0, 1) and N(1, 1) is 1; ten bins see most of it, 500 values of it
    // with a standard error of about 0.13.
    assertThat(drift.stabilityIndex()).isBetween(0.6, 1.4);
    // The distribution functions are furthest apart in the middle: 2·Φ(½) − 1 = 0.383.
    assertThat(drift.distance()).isCloseTo(0.383, within(0.06));
    assertThat(drift.hasMoved(0.01)).isTrue();
  }

  /// Of one distribution the chance is uniform, so that of 400 pairs about 5 % are below 0.05:
  /// within four standard errors of 1.1 %.
  @Test
  void seesDriftWhereThereIsNoneAsOftenAsItSays() {
    int below = 0;
    for (int i = 0; i < 400; i++) {
      Drift drift =
          Reference.of("x", normal(100 + i, 400, 0, 1), 10).compare(normal(900 + i, 200, 0, 1));
      below += drift.chance() < 0.05 ? 1 : 0;
      assertThat(drift.hasMoved(0.0001)).isFalse();
    }

    assertThat(below / 400.0).isBetween(0.05 - 0.044, 0.05 + 0.044);
  }

  /// From the table of the Kolmogorov distribution: P(√n·D > 1.358) = 0.05, > 1.628 = 0.01.
  @Test
  void knowsTheLawOfLargeSamples() {
    long large = 1_000_000_000L;
    double root = Math.sqrt(large / 2.0);

    assertThat(KolmogorovSmirnov.chance(1.358 / root, large, large)).isCloseTo(0.05, within(1e-4));
    assertThat(KolmogorovSmirnov.chance(1.628 / root, large, large)).isCloseTo(0.01, within(1e-4));
    assertThat(KolmogorovSmirnov.chance(0.0, large, large)).isEqualTo(1);
  }

  @Test
  void needsFiniteValuesAndEnoughOfThem() {
    assertThatThrownBy(() -> Reference.of("rsi(14)", range(0, 9), 10))
        .hasMessage(
            "a reference of 10 bins must have at least as many values, but had 9 (feature"
                + " \"rsi(14)\")");
    assertThatThrownBy(() -> Reference.of("x", new double[] {1, Double.NaN}, 2))
        .hasMessage("values must be finite, but one was NaN (feature \"x\")");
    assertThatThrownBy(() -> Reference.of("x", range(0, 5), 1))
        .hasMessage("bins must be at least 2, but were 1 (feature \"x\")");
    assertThatThrownBy(() -> Reference.of("x", range(0, 5), 2).compare(new double[0]))
        .hasMessage("drift needs at least one new value, but there was none (feature \"x\")");
  }
}
