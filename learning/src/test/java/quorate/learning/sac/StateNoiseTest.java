package quorate.learning.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.distribution.SquashedGaussian;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;

/// With features φ = (0.5, 2), deviations 0.3 and 0.1 and mean 0.4: the variance of u is 0.25·0.09
/// + 4·0.01 = 0.0625, the deviation 0.25.
class StateNoiseTest {
  private static final int ROWS = 20_000;

  private final Philox chance = Philox.seeded(6);
  private final StateNoise actor =
      new StateNoise(
          1, 1, SacSettings.zoo("MountainCarContinuous-v0").withHidden(List.of(2)), chance);
  private final GraphBuilder g = new GraphBuilder(Kernels.fastest());

  StateNoiseTest() {
    actor.parameters().list().forEach(each -> Arrays.fill(each.values(), 0f));
    actor.parameters().get("actor.0.bias").set(0.5f, 2);
    actor.parameters().get("actor.mean.0.bias").set(0.4f);
    actor.parameters().get("actor.log_std").set((float) Math.log(0.3), (float) Math.log(0.1));
  }

  /// Three deviations of n draws: 3·0.25/√n = 0.0053 of the mean, 3·0.0625·√(2/n) = 0.0019 of the
  /// variance.
  @Test
  void drawsHaveTheVarianceOfFeaturesAndDeviations() {
    Tensor seen = g.input("observations", ROWS, 1);
    Tensor noise = actor.actingNoise(g, ROWS);
    SquashedGaussian.Drawn drawn = actor.draw(g, seen, noise);
    Graph graph = g.inference();
    for (int i = 0; i < noise.values().length; i++) {
      noise.values()[i] = (float) chance.nextGaussian();
    }

    graph.forward();

    double sum = 0;
    double squares = 0;
    for (int row = 0; row < ROWS; row++) {
      double action = drawn.actions().values()[row];
      double free = 0.5 * Math.log((1 + action) / (1 - action));
      sum += free;
      squares += (free - 0.4) * (free - 0.4);
      double standard = (free - 0.4) / 0.25;
      double expected =
          -0.5 * standard * standard
              - Math.log(0.25 * Math.sqrt(2 * Math.PI))
              - Math.log(1 - action * action);
      assertThat((double) drawn.logProbabilities().values()[row]).isCloseTo(expected, within(1e-3));
    }
    assertThat(sum / ROWS).isCloseTo(0.4, within(0.0053));
    assertThat(squares / ROWS).isCloseTo(0.0625, within(0.0019));
  }

  @Test
  void theSameSightGivesTheSameActionWhileTheNoiseStays() {
    Tensor seen = g.input("observations", 3, 1);
    Tensor noise = actor.learningNoise(g, 3);
    SquashedGaussian.Drawn drawn = actor.draw(g, seen, noise);
    Graph graph = g.inference();
    actor.parameters().get("actor.0.weight").set(1, 0);
    seen.set(1, 1, 2);
    noise.set(0.7f, -0.3f);

    graph.forward();

    float[] actions = drawn.actions().values();
    assertThat(actions[0]).isEqualTo(actions[1]).isNotEqualTo(actions[2]);
    // u = 0.4 + 0.7·0.3·1.5 − 0.3·0.1·2
    assertThat((double) actions[0]).isCloseTo(Math.tanh(0.655), within(1e-6));
  }

  @Test
  void meansAreHeldInPlusOrMinusTwo() {
    Tensor seen = g.input("observations", 1, 1);
    Tensor median = actor.median(g, seen);
    Graph graph = g.inference();
    actor.parameters().get("actor.mean.0.bias").set(50);

    graph.forward();

    assertThat((double) median.value()).isCloseTo(Math.tanh(2), within(1e-6));
  }
}
