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
}
