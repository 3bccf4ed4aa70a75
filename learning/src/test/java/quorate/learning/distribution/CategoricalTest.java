package quorate.learning.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;

class CategoricalTest {
  /// The largest number below 1.
  private static final RandomGenerator HIGHEST =
      new RandomGenerator() {
        @Override
        public long nextLong() {
          return -1;
        }
      };

  /// Probabilities 0.4999, 0.5 and 0, whose sum has lost a little by rounding.
  @Test
  void whatIsImpossibleIsNeverDrawnEvenWhereASumRoundsBelowOne() {
    float[] prepared = {(float) Math.log(0.4999), (float) Math.log(0.5), -1e9f};
    float[] action = new float[1];
    float[] logProbability = new float[1];

    new Categorical(3)
        .sampler(Kernels.scalar(), 1)
        .sample(prepared, action, logProbability, HIGHEST);

    assertThat(action[0]).isEqualTo(1);
    assertThat(logProbability[0]).isEqualTo(prepared[1]);
  }
}
