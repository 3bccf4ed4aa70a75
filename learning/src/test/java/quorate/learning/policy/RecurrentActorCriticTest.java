package quorate.learning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.environment.Space;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Graph;
import quorate.learning.graph.GraphBuilder;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;

class RecurrentActorCriticTest {
  private static final float[] ONE = {0.5f, -1f};
  private static final float[] TWO = {-0.3f, 2f};
  private static final float[] BOTH = {0.5f, -1f, 0.5f, -1f};
  private static final float[] THEN = {-0.3f, 2f, -0.3f, 2f};

  private final RecurrentActorCritic policy =
      new RecurrentActorCritic(
          Kernels.fastest(),
          2,
          new Space.Discrete(3),
          new RecurrentActorCritic.Design(8, List.of(6), Activation.TANH, 0f, false),
          Philox.seeded(5));

  @Test
  void whatARowSaysAfterItBeginsIsWhatAFreshOneSays() {
    RecurrentActorCritic.Acting acting = policy.acting(2);
    say(acting, BOTH);

    acting.begin(0);
    float[] after = say(acting, THEN);

    float[] fresh = say(policy.acting(1), TWO);
    RecurrentActorCritic.Acting alone = policy.acting(1);
    say(alone, ONE);
    float[] remembers = say(alone, TWO);
    assertThat(after).containsExactly(fresh[0], remembers[0], fresh[1], remembers[1]);
    assertThat(fresh).isNotEqualTo(remembers);
  }

  @Test
  void judgingWhatWouldComeIsNotRemembered() {
    RecurrentActorCritic.Acting acting = policy.acting(1);
    RecurrentActorCritic.Acting same = policy.acting(1);
    say(acting, ONE);
    say(same, ONE);

    float judged = acting.values(TWO)[0];
    float[] after = say(acting, TWO);

    assertThat(after).isEqualTo(say(same, TWO));
    assertThat(after[0]).isEqualTo(judged);
  }

  @Test
  void stepByStepItSaysWhatItSaysOfASequence() {
    GraphBuilder g = new GraphBuilder(Kernels.fastest());
    Tensor observations = g.input("observations", 1, 4, 2);
    Tensor starts = g.input("starts", 1, 4);
    var said = policy.over(g, observations, starts, policy.stateInputs(g, 1));
    Graph graph = g.inference();
    observations.set(0.5f, -1f, -0.3f, 2f, 0.5f, -1f, -0.3f, 2f);
    starts.set(0, 0, 1, 0);

    graph.forward();

    RecurrentActorCritic.Acting acting = policy.acting(1);
    float[] values = said.values().values();
    assertThat(values[0]).isEqualTo(say(acting, ONE)[0]).isEqualTo(values[2]);
    assertThat(values[1]).isEqualTo(say(acting, TWO)[0]).isEqualTo(values[3]);
    assertThat(values[0]).isNotEqualTo(values[1]);
  }

  @Test
  void itsMemoryIsSavedAndLoaded() {
    RecurrentActorCritic.Acting acting = policy.acting(2);
    say(acting, BOTH);
    acting.begin(1);
    RecurrentActorCritic.Acting resumed = policy.acting(2);

    Trials.resume(resumed, Trials.saved(acting));

    assertThat(say(resumed, THEN)).isEqualTo(say(acting, THEN));
  }

  @Test
  void aPolicyWithoutMemoryIsRefused() {
    assertThatThrownBy(
            () -> new RecurrentActorCritic.Design(0, List.of(6), Activation.TANH, 0f, true))
        .hasMessage("memory must be at least 1 number, but was 0");
  }

  /// The values of all rows, then the logarithms of the probabilities of what was drawn.
  private static float[] say(RecurrentActorCritic.Acting acting, float[] observations) {
    int rows = observations.length / 2;
    float[] logProbabilities = new float[rows];
    float[] values = acting.sample(observations, new float[rows], logProbabilities, () -> 0L);
    float[] said = new float[2 * rows];
    System.arraycopy(values, 0, said, 0, rows);
    System.arraycopy(logProbabilities, 0, said, rows, rows);
    return said;
  }
}
