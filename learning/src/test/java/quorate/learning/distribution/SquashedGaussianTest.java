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

class SquashedGaussianTest {
  private static final int ROWS = 1000;
  private static final int ROUNDS = 200;
  private static final double MEAN = 0.4;
  private static final double LOG_DEVIATION = -0.5;

  private final SquashedGaussian one = new SquashedGaussian(1);
  private final GraphBuilder g = new GraphBuilder(Kernels.fastest());

  /// The moments by the midpoint rule over the normal numbers; 3 deviations of a mean of n draws
  /// are at most 3/√n < 0.0068.
  @Test
  void drawsHaveTheMomentsOfTheirLaw() {
    Tensor outputs = g.input("outputs", ROWS, 2);
    Tensor noise = g.input("noise", ROWS, 1);
    SquashedGaussian.Drawn drawn = one.draw(g, outputs, noise);
    Graph graph = g.inference();
    fill(outputs, MEAN, LOG_DEVIATION);
    Philox chance = Philox.seeded(8);
    double sum = 0;
    double squares = 0;
    double entropy = 0;

    for (int round = 0; round < ROUNDS; round++) {
      for (int row = 0; row < ROWS; row++) {
        noise.values()[row] = (float) chance.nextGaussian();
      }
      graph.forward();
      for (int row = 0; row < ROWS; row++) {
        double action = drawn.actions().values()[row];
        sum += action;
        squares += action * action;
        entropy -= drawn.logProbabilities().values()[row];
      }
    }

    double deviation = Math.exp(LOG_DEVIATION);
    double mean = 0;
    double square = 0;
    double expectedEntropy = 0;
    double step = 0.001;
    for (double e = -8 + step / 2; e < 8; e += step) {
      double weight = Math.exp(-0.5 * e * e) / Math.sqrt(2 * Math.PI) * step;
      double action = Math.tanh(MEAN + deviation * e);
      mean += weight * action;
      square += weight * action * action;
      expectedEntropy -= weight * Math.log(density(action));
    }
    double n = ROWS * ROUNDS;
    assertThat(sum / n).isCloseTo(mean, within(0.0068));
    assertThat(squares / n).isCloseTo(square, within(0.0068));
    assertThat(entropy / n).isCloseTo(expectedEntropy, within(0.0068));
  }

  @Test
  void theDensityOfGivenActionsIsTheLawAndAddsUpToOne() {
    int cells = 2000;
    Tensor outputs = g.input("outputs", cells, 2);
    Tensor actions = g.input("actions", cells, 1);
    Tensor logProbabilities = one.logProbability(g, outputs, actions);
    Graph graph = g.inference();
    fill(outputs, MEAN, LOG_DEVIATION);
    for (int i = 0; i < cells; i++) {
      actions.values()[i] = (float) (-1 + (i + 0.5) * 2 / cells);
    }

    graph.forward();

    double total = 0;
    for (int i = 0; i < cells; i++) {
      double found = Math.exp(logProbabilities.values()[i]);
      assertThat(found).isCloseTo(density(actions.values()[i]), within(2e-4));
      total += found * 2 / cells;
    }
    assertThat(total).isCloseTo(1, within(1e-3));
  }

  /// At u = ±31 tanh no longer changes and its slope says nothing. There softplus(−2u) vanishes, or
  /// is −2u, and the density is −½ε² − ln σ − ½ ln 2π + 2(|u| − ln 2).
  @Test
  void theDensityHoldsWhereTanhNoLongerChanges() {
    Tensor outputs = g.input("outputs", 2, 2);
    Tensor noise = g.input("noise", 2, 1);
    SquashedGaussian.Drawn drawn = one.draw(g, outputs, noise);
    Graph graph = g.inference();
    outputs.set(30, 0, -30, 0);
    noise.set(1, -1);

    graph.forward();

    double expected = -0.5 - 0.5 * Math.log(2 * Math.PI) + 2 * (31 - Math.log(2));
    assertThat(drawn.actions().values()[0]).isCloseTo(1f, within(1e-6f));
    assertThat(drawn.actions().values()[1]).isCloseTo(-1f, within(1e-6f));
    for (float each : drawn.logProbabilities().values()) {
      assertThat((double) each).isCloseTo(expected, within(1e-4));
    }
  }

  @Test
  void theLogarithmOfTheDeviationIsHeldFromMinusTwentyToTwo() {
    Tensor outputs = g.input("outputs", 2, 2);
    Tensor noise = g.input("noise", 2, 1);
    SquashedGaussian.Drawn drawn = one.draw(g, outputs, noise);
    Tensor median = one.median(g, outputs);
    Graph graph = g.inference();
    outputs.set(0.1f, -100, 0, 100);
    noise.set(1, 0.1f);

    graph.forward();

    assertThat(drawn.actions().values()[0]).isCloseTo(median.values()[0], within(1e-6f));
    assertThat((double) drawn.actions().values()[1])
        .isCloseTo(Math.tanh(0.1 * Math.exp(2)), within(1e-5));
  }

  @Test
  void gradientsFlowThroughDrawsAndDensities() {
    SquashedGaussian two = new SquashedGaussian(2);
    int[] outputs = {3, 4};
    int[] actions = {3, 2};
    GradientCheck.check(
        (builder, leaves) -> two.draw(builder, leaves.get(0), leaves.get(1)).actions(),
        -1,
        1,
        outputs,
        actions);
    GradientCheck.check(
        (builder, leaves) -> two.draw(builder, leaves.get(0), leaves.get(1)).logProbabilities(),
        -1,
        1,
        outputs,
        actions);
    GradientCheck.check(
        (builder, leaves) -> two.logProbability(builder, leaves.get(0), leaves.get(1)),
        -0.5f,
        0.5f,
        outputs,
        actions);
  }

  @Test
  void anActionWithoutNumbersIsRefused() {
    assertThatThrownBy(() -> new SquashedGaussian(0))
        .hasMessage("an action must have at least 1 number, but had 0");
  }

  private static double density(double action) {
    double free = 0.5 * Math.log((1 + action) / (1 - action));
    double deviation = Math.exp(LOG_DEVIATION);
    double noise = (free - MEAN) / deviation;
    return Math.exp(-0.5 * noise * noise)
        / (deviation * Math.sqrt(2 * Math.PI))
        / (1 - action * action);
  }

  private static void fill(Tensor outputs, double mean, double logDeviation) {
    for (int i = 0; i < outputs.values().length; i += 2) {
      outputs.values()[i] = (float) mean;
      outputs.values()[i + 1] = (float) logDeviation;
    }
  }
}
