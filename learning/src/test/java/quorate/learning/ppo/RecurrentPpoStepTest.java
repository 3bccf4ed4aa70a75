package quorate.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.environment.Space;
import quorate.learning.graph.Activation;
import quorate.learning.graph.Tensor;
import quorate.learning.kernel.Kernels;
import quorate.learning.policy.RecurrentActorCritic;
import quorate.learning.rollout.Rollout;

class RecurrentPpoStepTest {
  private static final int ROWS = 2;
  private static final int STEPS = 6;
  private static final int[] ALL = {3, 0, 2, 1};
  private static final double CLIP = 0.2;

  /// Of the whole loss, through memory, starts within sequences and states before them.
  @Test
  void itsGradientsAreThoseOfFiniteDifferences() {
    Philox chance = Philox.seeded(2);
    RecurrentPpoSettings settings =
        new RecurrentPpoSettings(
            new Updates(ROWS, STEPS, ROWS * STEPS, 1),
            3,
            new ClippedObjective(1e-3, false, 0.98, 0.8, CLIP, 0.01, 0.5, 0.5),
            new Safeguards(false, 0, true, false, false),
            new RecurrentActorCritic.Design(3, List.of(3), Activation.TANH, 0f, false));
    RecurrentActorCritic policy =
        new RecurrentActorCritic(
            Kernels.fastest(), 2, new Space.Discrete(2), settings.design(), chance);
    RecurrentPpoStep step = new RecurrentPpoStep(Kernels.fastest(), policy, settings);
    Rollout rollout = new Rollout(STEPS, ROWS, 2, 1);
    Sequences sequences = new Sequences(STEPS, ROWS, 3, 3);
    play(policy, rollout, sequences, chance);
    float[][] found = gradients(step, rollout, sequences, policy);

    for (int i = 0; i < found.length; i++) {
      Tensor weight = policy.parameters().list().get(i);
      for (int j = 0; j < found[i].length; j++) {
        assertThat((double) found[i][j])
            .as("∂loss/∂%s[%d]", weight, j)
            .isCloseTo(slope(step, rollout, sequences, weight, j), within(1e-3));
      }
    }
    assertThat(List.of(found)).noneMatch(each -> Arrays.equals(each, new float[each.length]));
  }

  /// Random observations; an episode ends in the first row after its second step, in the second
  /// after its fourth. The old probabilities are moved a little, so that some are clipped.
  private static void play(
      RecurrentActorCritic policy, Rollout rollout, Sequences sequences, Philox chance) {
    RecurrentActorCritic.Acting acting = policy.acting(ROWS);
    float[] actions = new float[ROWS];
    float[] logProbabilities = new float[ROWS];
    float[] values = new float[ROWS];
    for (int t = 0; t < STEPS; t++) {
      float[] seen = new float[2 * ROWS];
      for (int i = 0; i < seen.length; i++) {
        seen[i] = (float) chance.nextGaussian();
      }
      sequences.note(t, acting);
      values = acting.sample(seen, actions, logProbabilities, chance);
      for (int row = 0; row < ROWS; row++) {
        logProbabilities[row] += 0.3f * (float) chance.nextGaussian();
      }
      rollout.add(seen, actions, logProbabilities, values);
      boolean[] ended = {t == 1, t == 3};
      rollout.complete(
          new float[] {(float) chance.nextGaussian(), (float) chance.nextGaussian()}, ended);
      for (int row = 0; row < ROWS; row++) {
        if (ended[row]) {
          acting.begin(row);
        }
      }
    }
    rollout.estimate(values, 0.98, 0.8);
  }

  private static float[][] gradients(
      RecurrentPpoStep step, Rollout rollout, Sequences sequences, RecurrentActorCritic policy) {
    step.learn(rollout, sequences, ALL, 0, 0, CLIP);
    return policy.parameters().list().stream()
        .map(each -> each.gradient().clone())
        .toArray(float[][]::new);
  }

  /// A learning rate of 0 leaves the weights where they are.
  private static double slope(
      RecurrentPpoStep step, Rollout rollout, Sequences sequences, Tensor weight, int j) {
    float old = weight.values()[j];
    float up = old + 5e-3f;
    float down = old - 5e-3f;
    weight.values()[j] = up;
    step.learn(rollout, sequences, ALL, 0, 0, CLIP);
    double above = step.loss();
    weight.values()[j] = down;
    step.learn(rollout, sequences, ALL, 0, 0, CLIP);
    double below = step.loss();
    weight.values()[j] = old;
    return (above - below) / ((double) up - down);
  }
}
