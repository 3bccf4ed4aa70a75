package quorate.learning.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Parameters;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.layer.Initialisation;

class DistributionsTest {
  private static final Kernels KERNELS = Kernels.fastest();
  private static final int DRAWS = 200_000;

  /// Logits 0, ln 2, ln 5: probabilities 1/8, 2/8, 5/8. Three deviations of a share are 3·√(p(1 −
  /// p)/n) < 0.0033.
  @Test
  void choicesComeInTheSharesOfTheirProbabilities() {
    Categorical three = new Categorical(3);
    GraphBuilder g = new GraphBuilder(KERNELS);
    Tensor logits = g.input("logits", 1, 3);
    Tensor prepared = three.prepare(g, logits);
    Tensor entropy = three.entropy(g, prepared);
    Graph graph = g.inference();
    logits.set(0, (float) Math.log(2), (float) Math.log(5));
    graph.forward();
    ActionDistribution.Sampler sampler = three.sampler(KERNELS, 1);
    Philox chance = Philox.seeded(3);
    int[] counts = new int[3];
    float[] action = new float[1];
    float[] logProbability = new float[1];

    for (int i = 0; i < DRAWS; i++) {
      sampler.sample(prepared.values(), action, logProbability, chance);
      counts[(int) action[0]]++;
      assertThat(logProbability[0]).isEqualTo(prepared.values()[(int) action[0]]);
    }

    assertThat(counts[0] / (double) DRAWS).isCloseTo(1 / 8.0, within(0.0033));
    assertThat(counts[1] / (double) DRAWS).isCloseTo(2 / 8.0, within(0.0033));
    double expected = -(Math.log(1 / 8.0) / 8 + Math.log(2 / 8.0) / 4 + Math.log(5 / 8.0) * 5 / 8);
    assertThat((double) entropy.value()).isCloseTo(expected, within(1e-6));
    sampler.mode(prepared.values(), action);
    assertThat(action[0]).isEqualTo(2f);
  }

  @Test
  void normalActionsHaveTheirMeanDeviationAndDensity() {
    Parameters parameters = new Parameters();
    DiagonalGaussian two = new DiagonalGaussian(parameters, "actor", 2, (float) Math.log(0.5));
    GraphBuilder g = new GraphBuilder(KERNELS);
    Tensor means = g.input("means", 1, 2);
    Tensor actions = g.input("actions", 1, 2);
    Tensor prepared = two.prepare(g, means);
    Tensor logProbabilities = two.logProbability(g, prepared, actions);
    Tensor entropy = two.entropy(g, prepared);
    Graph graph = g.inference();
    means.set(1, -3);
    ActionDistribution.Sampler sampler = two.sampler(KERNELS, 1);
    Philox chance = Philox.seeded(4);
    double sum = 0;
    double squares = 0;
    float[] action = new float[2];
    float[] logProbability = new float[1];

    for (int i = 0; i < DRAWS; i++) {
      sampler.sample(means.values(), action, logProbability, chance);
      sum += action[1];
      squares += (action[1] + 3.0) * (action[1] + 3.0);
      if (i < 100) {
        actions.set(action);
        graph.forward();
        assertThat(logProbability[0]).isCloseTo(logProbabilities.value(), within(1e-5f));
      }
    }

    // Three deviations: 3·0.5/√n < 0.0034 for the mean, and 3·0.25·√(2/n) < 0.0024 for the
    // variance.
    assertThat(sum / DRAWS).isCloseTo(-3, within(0.0034));
    assertThat(squares / DRAWS).isCloseTo(0.25, within(0.0024));
    assertThat((double) entropy.value())
        .isCloseTo(2 * (0.5 + 0.5 * Math.log(2 * Math.PI) + Math.log(0.5)), within(1e-5));
    // The density at the mean is 1 / (2π·σ²) = 1 / (2π·0.25).
    actions.set(1, -3);
    graph.forward();
    assertThat((double) logProbabilities.value())
        .isCloseTo(-Math.log(2 * Math.PI * 0.25), within(1e-5));
  }

  /// Two numbers of an action: probabilities 1/4 and 3/4, then thirds; all six pairs as often as
  /// the product says. Three deviations of a share are below 0.003.
  @Test
  void severalChoicesAreIndependent() {
    MultiCategorical two = new MultiCategorical(2, 3);
    GraphBuilder g = new GraphBuilder(KERNELS);
    Tensor logits = g.input("logits", 1, 5);
    Tensor actions = g.input("actions", 1, 2);
    Tensor prepared = two.prepare(g, logits);
    Tensor logProbabilities = two.logProbability(g, prepared, actions);
    Tensor entropy = two.entropy(g, prepared);
    Graph graph = g.inference();
    logits.set(0, (float) Math.log(3), 1, 1, 1);
    graph.forward();
    ActionDistribution.Sampler sampler = two.sampler(KERNELS, 1);
    Philox chance = Philox.seeded(5);
    int[] counts = new int[6];
    float[] action = new float[2];
    float[] logProbability = new float[1];

    for (int i = 0; i < DRAWS; i++) {
      sampler.sample(prepared.values(), action, logProbability, chance);
      counts[(int) (3 * action[0] + action[1])]++;
    }

    for (int i = 0; i < 6; i++) {
      assertThat(counts[i] / (double) DRAWS).isCloseTo(i < 3 ? 1 / 12.0 : 3 / 12.0, within(0.003));
    }
    actions.set(action);
    graph.forward();
    assertThat(logProbability[0]).isCloseTo(logProbabilities.value(), within(1e-6f));
    double expected = -(Math.log(0.25) / 4 + Math.log(0.75) * 0.75) + Math.log(3);
    assertThat((double) entropy.value()).isCloseTo(expected, within(1e-6));
  }

  /// Features 3 and 4 with deviations ½: the noise of a drawn matrix has deviation ½·√(9 + 16) =
  /// 2.5, and stays the same until the matrix is drawn anew.
  @Test
  void noiseThatDependsOnTheStateStaysAFunctionUntilItIsRenewed() {
    Parameters parameters = new Parameters();
    StateDependentNoise law =
        new StateDependentNoise(
            parameters,
            "actor",
            2,
            1,
            (float) Math.log(0.5),
            Initialisation.constant(1),
            Philox.seeded(1));
    GraphBuilder g = new GraphBuilder(KERNELS);
    Tensor features = g.input("features", 1, 2);
    Tensor actions = g.input("actions", 1, 1);
    Tensor prepared = law.prepare(g, features);
    Tensor logProbabilities = law.logProbability(g, prepared, actions);
    Tensor entropy = law.entropy(g, prepared);
    Graph graph = g.inference();
    features.set(3, 4);
    graph.forward();
    ActionDistribution.Sampler sampler = law.sampler(KERNELS, 1);
    Philox chance = Philox.seeded(6);
    float[] action = new float[1];
    float[] again = new float[1];
    float[] logProbability = new float[1];
    double sum = 0;
    double squares = 0;

    for (int i = 0; i < DRAWS; i++) {
      sampler.renew(chance);
      sampler.sample(prepared.values(), action, logProbability, chance);
      sampler.sample(prepared.values(), again, logProbability, chance);
      assertThat(again).isEqualTo(action);
      sum += action[0] - 7;
      squares += (action[0] - 7.0) * (action[0] - 7.0);
    }

    // Three deviations: 3·2.5/√n < 0.017 for the mean 3 + 4, and 3·6.25·√(2/n) < 0.06.
    assertThat(sum / DRAWS).isCloseTo(0, within(0.017));
    assertThat(squares / DRAWS).isCloseTo(6.25, within(0.06));
    actions.set(action);
    graph.forward();
    assertThat(logProbability[0]).isCloseTo(logProbabilities.value(), within(1e-5f));
    assertThat((double) entropy.value())
        .isCloseTo(0.5 + 0.5 * Math.log(2 * Math.PI) + Math.log(2.5), within(1e-5));
    sampler.mode(prepared.values(), action);
    assertThat(action[0]).isEqualTo(7f);
  }
}
