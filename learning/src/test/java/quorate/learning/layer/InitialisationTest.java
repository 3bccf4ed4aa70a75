package quorate.learning.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;

class InitialisationTest {
  @ParameterizedTest
  @CsvSource({"4, 64", "64, 64", "64, 2", "1, 5"})
  void orthogonalVectorsStandAtRightAnglesAndHaveTheGainsLength(int rows, int columns) {
    Tensor weight = new Parameters().add("w", rows, columns);

    Initialisation.orthogonal(Math.sqrt(2)).fill(weight, Philox.seeded(5));

    int vectors = Math.min(rows, columns);
    for (int i = 0; i < vectors; i++) {
      for (int j = 0; j < vectors; j++) {
        double dot = 0;
        for (int p = 0; p < Math.max(rows, columns); p++) {
          dot +=
              rows >= columns
                  ? weight.values()[p * columns + i] * (double) weight.values()[p * columns + j]
                  : weight.values()[i * columns + p] * (double) weight.values()[j * columns + p];
        }
        assertThat(dot).isCloseTo(i == j ? 2 : 0, within(1e-6));
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameWeight() {
    Tensor one = new Parameters().add("w", 8, 8);
    Tensor other = new Parameters().add("w", 8, 8);

    Initialisation.orthogonal(1).fill(one, Philox.seeded(7));
    Initialisation.orthogonal(1).fill(other, Philox.seeded(7));

    assertThat(one.values()).isEqualTo(other.values());
  }

  @Test
  void evenAndNormalWeightsHaveTheSpreadOfTheirLaw() {
    int in = 300;
    int out = 200;

    assertSpread(Initialisation.uniform(0.5), in, out, 0.5 / Math.sqrt(3), 0.5);
    double xavier = 2 * Math.sqrt(2.0 / (in + out));
    assertSpread(Initialisation.xavierUniform(2), in, out, xavier, Math.sqrt(3) * xavier);
    assertSpread(Initialisation.xavierNormal(2), in, out, xavier, Double.MAX_VALUE);
    double kaiming = Math.sqrt(2.0 / in);
    assertSpread(Initialisation.kaimingUniform(), in, out, kaiming, Math.sqrt(3) * kaiming);
    assertSpread(Initialisation.kaimingNormal(), in, out, kaiming, Double.MAX_VALUE);
    assertSpread(Initialisation.standard(), in, out, 1 / Math.sqrt(3 * in), 1 / Math.sqrt(in));
  }

  @Test
  void aConvolutionCountsItsWholeWindow() {
    Tensor weight = new Parameters().add("w", 10, 30, 200);

    Initialisation.standard().fill(weight, Philox.seeded(2));

    assertThat(deviation(weight)).isCloseTo(1 / Math.sqrt(3 * 300), within(0.0004));
  }

  /// The deviation of n numbers is known to about 1/√(2n) of itself; five times that is allowed.
  private static void assertSpread(
      Initialisation initialisation, int in, int out, double deviation, double bound) {
    Tensor weight = new Parameters().add("w", in, out);

    initialisation.fill(weight, Philox.seeded(3));

    double error = 5 * deviation / Math.sqrt(2.0 * in * out);
    assertThat(deviation(weight)).isCloseTo(deviation, within(error));
    for (float each : weight.values()) {
      assertThat(Math.abs(each)).isLessThanOrEqualTo((float) bound);
    }
  }

  private static double deviation(Tensor weight) {
    double squares = 0;
    for (float each : weight.values()) {
      squares += (double) each * each;
    }
    return Math.sqrt(squares / weight.values().length);
  }
}
