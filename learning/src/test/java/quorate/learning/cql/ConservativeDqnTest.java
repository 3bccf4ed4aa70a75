package quorate.learning.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.dqn.DqnSettings;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Recording;
import quorate.learning.world.CartPole;

class ConservativeDqnTest {
  private static final DqnSettings SETTINGS =
      DqnSettings.stableBaselines3().withRounds(1, 1, 1, 32).withHidden(List.of(32));

  /// Pushes towards the side to which the pole leans, which keeps it up for some 40 steps, and one
  /// time in five at random.
  private final Recording leaning = recording(5000, 0.2);

  @Test
  void cloningDoesWhatWasDoneMostOften() {
    ChoiceCloning clone = clone(1);

    Trials.learn(clone, 500);

    Learner.Acting acting = clone.acting(2);
    float[] actions = new float[2];
    acting.act(new float[] {0, 0, 0.1f, 0, 0, 0, -0.1f, 0}, actions);
    assertThat(actions).containsExactly(1, 0);
  }

  /// The recording never shows what pushing left is worth. Held down, it is not believed in.
  @Test
  void whatTheRecordingDoesNotShowIsHeldDown() {
    Recording right = new Recording(4, 1);
    record(right, 2000, (seen, chance) -> 1);
    ConservativeDqn bold = learner(right, 0, 1);
    ConservativeDqn careful = learner(right, 5, 1);

    Trials.learn(bold, 500);
    Trials.learn(careful, 500);

    int lefts = 0;
    Philox chance = Philox.seeded(4);
    float[] action = new float[1];
    for (int i = 0; i < 100; i++) {
      float[] seen = {
        (float) chance.nextGaussian() * 0.05f, 0, (float) chance.nextGaussian() * 0.05f, 0
      };
      careful.acting(1).act(seen, action);
      lefts += action[0] == 0 ? 1 : 0;
      assertThat(careful.bestValue(seen)).isLessThan(bold.bestValue(seen) + 5);
    }
    assertThat(lefts).isZero();
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    ConservativeDqn one = learner(leaning, 0.1, 3);
    ConservativeDqn same = new ConservativeDqn(Kernels.scalar(), leaning, 2, SETTINGS, 0.1, 3);

    Trials.learn(one, 200);
    Trials.learn(same, 200);

    assertThat(Trials.weights(one)).isEqualTo(Trials.weights(same));
  }

  @Test
  void resumedRunsAreTheUninterruptedOnesBitForBit() {
    ConservativeDqn whole = learner(leaning, 0.1, 3);
    ConservativeDqn resumed = learner(leaning, 0.1, 4);
    Trials.learn(whole, 200);
    Trials.resume(resumed, Trials.saved(whole));
    ChoiceCloning wholeClone = clone(3);
    ChoiceCloning resumedClone = clone(4);
    Trials.learn(wholeClone, 200);
    Trials.resume(resumedClone, Trials.saved(wholeClone));

    for (Learner each : List.of(whole, resumed, wholeClone, resumedClone)) {
      Trials.learn(each, 400);
    }

    assertThat(Trials.saved(resumed)).isEqualTo(Trials.saved(whole));
    assertThat(Trials.saved(resumedClone)).isEqualTo(Trials.saved(wholeClone));
  }

  @Test
  void actionsOfSeveralNumbersAreRefused() {
    Recording two = new Recording(4, 2);

    assertThatThrownBy(() -> learner(two, 0.1, 1))
        .hasMessage(
            "CQL on choices needs actions of 1 number and a conservatism of at least 0, but was given 2 and 0.1");
  }

  private ChoiceCloning clone(long seed) {
    return new ChoiceCloning(Kernels.fastest(), leaning, 2, List.of(32), 32, 1e-3, seed);
  }

  private static ConservativeDqn learner(Recording recording, double conservatism, long seed) {
    return new ConservativeDqn(Kernels.fastest(), recording, 2, SETTINGS, conservatism, seed);
  }

  private static Recording recording(int steps, double random) {
    Recording recording = new Recording(4, 1);
    record(
        recording,
        steps,
        (seen, chance) -> chance.nextDouble() < random ? chance.nextInt(2) : seen[2] > 0 ? 1 : 0);
    return recording;
  }

  private interface Player {
    int choose(float[] seen, Philox chance);
  }

  private static void record(Recording recording, int steps, Player player) {
    VectorEnvironment environment = Simulation.of(new CartPole(), 1);
    environment.reset(3);
    Philox chance = Philox.seeded(7);
    for (int i = 0; i < steps; i++) {
      float[] seen = environment.observations().clone();
      float[] done = {player.choose(seen, chance)};
      environment.step(done);
      recording.add(seen, done, environment);
    }
  }
}
