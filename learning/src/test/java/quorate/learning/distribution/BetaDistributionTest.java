package quorate.learning.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.graph.GradientCheck;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// Two numbers of an action: Beta(2.5, 4) from −1 to 3 and Beta(6, 1.5) from 0 to ½.
class BetaDistributionTest {
  private static final Kernels KERNELS = Kernels.fastest();
  private static final int DRAWS = 200_000;
  private static final double[] ALPHA = {2.5, 6};
  private static final double[] BETA = {4, 1.5};
  private static final float[] LOW = {-1, 0};
  private static final float[] HIGH = {3, 0.5f};

  private final BetaDistribution two = new BetaDistribution(LOW, HIGH);
  private final GraphBuilder g = new GraphBuilder(KERNELS);

  /// Three deviations of a mean are 3·σ/√n and of a variance at most 3·σ²·√(2/n), as a beta
  /// number's tails are lighter than a normal one's.
  @Test
  void actionsHaveTheirMeanVarianceAndDensity() {
    Tensor outputs = g.input("outputs", 1, 4);
    Tensor actions = g.input("actions", 1, 2);
    Tensor prepared = two.prepare(g, outputs);
    Tensor logProbabilities = two.logProbability(g, prepared, actions);
    Tensor entropy = two.entropy(g, prepared);
    Graph graph = g.inference();
    outputs.set(raw(ALPHA[0]), raw(ALPHA[1]), raw(BETA[0]), raw(BETA[1]));
    graph.forward();
    ActionDistribution.Sampler sampler = two.sampler(KERNELS, 1);
    Philox chance = Philox.seeded(5);
    float[] action = new float[2];
    float[] logProbability = new float[1];
    double[] sums = new double[2];
    double[] squares = new double[2];
    double surprise = 0;
    int outside = 0;

    for (int draw = 0; draw < DRAWS; draw++) {
      sampler.sample(prepared.values(), action, logProbability, chance);
      for (int i = 0; i < 2; i++) {
        double from = action[i] - mean(i);
        sums[i] += from;
        squares[i] += from * from;
        outside += action[i] >= LOW[i] && action[i] <= HIGH[i] ? 0 : 1;
      }
      surprise -= logProbability[0];
      if (draw < 100) {
        actions.set(action);
        graph.forward();
        assertThat(logProbability[0]).isCloseTo(logProbabilities.value(), within(2e-5f));
      }
    }

    assertThat(outside).isZero();
    for (int i = 0; i < 2; i++) {
      double variance = variance(i);
      assertThat(sums[i] / DRAWS).isCloseTo(0, within(3 * Math.sqrt(variance / DRAWS)));
      assertThat(squares[i] / DRAWS)
          .isCloseTo(variance, within(3 * variance * Math.sqrt(2.0 / DRAWS)));
    }
    // The deviation of −ln p is about 1: 3/√n < 0.007.
    assertThat(surprise / DRAWS).isCloseTo(entropy.value(), within(0.007));
  }

  /// α/(α + β), stretched.
  private static double mean(int i) {
    return LOW[i] + (HIGH[i] - LOW[i]) * ALPHA[i] / (ALPHA[i] + BETA[i]);
  }

  /// αβ/((α + β)²(α + β + 1)), stretched.
  private static double variance(int i) {
    double sum = ALPHA[i] + BETA[i];
    double width = HIGH[i] - LOW[i];
    return width * width * ALPHA[i] * BETA[i] / (sum * sum * (sum + 1));
  }

  /// The output whose softplus is the parameter less 1.
  private static float raw(double parameter) {
    return (float) Math.log(Math.expm1(parameter - 1));
  }

  @Test
  void theDensityAddsUpToOneAndHasItsEntropyAndItsPeak() {
    int cells = 4000;
    BetaDistribution one = new BetaDistribution(new float[] {-1}, new float[] {3});
    Tensor outputs = g.input("outputs", cells, 2);
    Tensor actions = g.input("actions", cells, 1);
    Tensor prepared = one.prepare(g, outputs);
    Tensor logProbabilities = one.logProbability(g, prepared, actions);
    Tensor entropies = one.entropy(g, prepared);
    Graph graph = g.inference();
    for (int i = 0; i < cells; i++) {
      outputs.values()[2 * i] = raw(ALPHA[0]);
      outputs.values()[2 * i + 1] = raw(BETA[0]);
      actions.values()[i] = (float) (-1 + (i + 0.5) * 4 / cells);
    }
    graph.forward();

    double total = 0;
    double entropy = 0;
    int peak = 0;
    float[] logs = logProbabilities.values();
    for (int i = 0; i < cells; i++) {
      double density = Math.exp(logs[i]);
      total += density * 4 / cells;
      entropy -= density * logs[i] * 4 / cells;
      peak = logs[i] > logs[peak] ? i : peak;
    }

    assertThat(total).isCloseTo(1, within(1e-5));
    assertThat((double) entropies.values()[0]).isCloseTo(entropy, within(1e-5));
    float[] mode = new float[cells];
    one.sampler(KERNELS, cells).mode(prepared.values(), mode);
    assertThat(mode[0]).isCloseTo(actions.values()[peak], within(0.01f));
    // (α − 1)/(α + β − 2) = 1.5/4.5 of the way from −1 to 3.
    assertThat(mode[0]).isCloseTo(-1 + 4 / 3f, within(1e-6f));
  }

  @Test
  void isFlatWhereTheNetworkSaysTheLeast() {
    Tensor outputs = g.input("outputs", 1, 4);
    Tensor actions = g.input("actions", 1, 2);
    Tensor prepared = two.prepare(g, outputs);
    Tensor logProbabilities = two.logProbability(g, prepared, actions);
    Tensor entropy = two.entropy(g, prepared);
    Graph graph = g.inference();
    outputs.set(-1000, -1000, -1000, -1000);
    actions.set(2.9f, 0.1f);
    graph.forward();
    float[] mode = new float[2];
    two.sampler(KERNELS, 1).mode(prepared.values(), mode);

    // 1/4 times 1/½.
    assertThat((double) logProbabilities.value()).isCloseTo(Math.log(0.5), within(1e-6));
    assertThat((double) entropy.value()).isCloseTo(Math.log(2), within(1e-6));
    assertThat(mode).containsExactly(1f, 0.25f);
  }

  @Test
  void staysFiniteAtTheBordersAndWhereTheNetworkSaysTheMost() {
    Tensor outputs = g.input("outputs", 2, 4);
    Tensor actions = g.input("actions", 2, 2);
    Tensor prepared = two.prepare(g, outputs);
    Tensor logProbabilities = two.logProbability(g, prepared, actions);
    Graph graph = g.inference();
    outputs.set(3, -3, 0, 2, 1000, -1000, -1000, 1000);
    actions.set(-1, 0.5f, 3, 0);
    graph.forward();
    float[] drawn = new float[4];
    float[] logs = new float[2];

    two.sampler(KERNELS, 2).sample(prepared.values(), drawn, logs, Philox.seeded(1));

    assertThat(logProbabilities.values()[0]).isFinite();
    assertThat(logProbabilities.values()[1]).isFinite();
    assertThat(logs[1]).isFinite();
    assertThat(drawn[2]).isBetween(2.8f, 3f);
    assertThat(drawn[3]).isBetween(0f, 0.02f);
  }

  @Test
  void gradientsFlowThroughDensityAndEntropy() {
    GradientCheck.check(
        (b, x) -> {
          Tensor prepared = two.prepare(b, x.getFirst());
          Tensor actions =
              b.constant("actions", new float[] {0.5f, 0.3f, -0.8f, 0.1f, 2, 0.45f}, 3, 2);
          return b.add(two.logProbability(b, prepared, actions), two.entropy(b, prepared));
        },
        -1,
        2,
        new int[] {3, 4});
  }

  @Test
  void anIntervalWithoutFiniteLengthIsRefused() {
    assertThatThrownBy(() -> new BetaDistribution(new float[] {1}, new float[] {1}))
        .hasMessage(
            "a beta distribution needs an interval of some finite length, but number 0 was from 1.0 to 1.0");
    assertThatThrownBy(
            () -> new BetaDistribution(new float[] {0}, new float[] {Float.POSITIVE_INFINITY}))
        .hasMessageContaining("from 0.0 to Infinity");
    assertThatThrownBy(() -> new BetaDistribution(new float[2], new float[1]))
        .hasMessage("there must be as many lows as highs, at least 1, but were 2 and 1");
  }
}
