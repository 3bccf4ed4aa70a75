package quorate.learning.cql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.domain.chance.Philox;
import quorate.learning.dqn.ChoiceConservatism;
import quorate.learning.dqn.QLearning;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Recording;
import quorate.learning.world.CartPole;

class ConservativeDqnTest {
  private static final ConservativeDqnSettings SETTINGS =
      ConservativeDqnSettings.paper().withHidden(List.of(32));

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
    ConservativeDqn same = new ConservativeDqn(Kernels.scalar(), leaning, 2, careful(0.1), 3);

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
  void recordingsOfSomethingElseAreRefused() {
    Recording pushed = new Recording(4, 1);
    record(pushed, 10, (seen, chance) -> 1);
    Recording several = new Recording(4, 2);
    several.addAll(two());

    assertThatThrownBy(() -> learner(several, 0.1, 1))
        .hasMessage(
            "recorded actions must be one of 2 choices, but had 2 numbers each: learn from them as continuous actions");
    assertThatThrownBy(() -> learner(new Recording(4, 1), 0.1, 1))
        .hasMessage(
            "a recording to learn from must have at least 1 step, but had 0: record some first");
    assertThatThrownBy(() -> new ChoiceCloning(Kernels.scalar(), pushed, 1, List.of(8), 8, 1e-3, 1))
        .hasMessage(
            "recorded actions must be choices from 0 to 0, but step 0 had 1.0: it was recorded in another world");
  }

  private static Recording two() {
    VectorEnvironment environment = Simulation.of(new CartPole(), 1);
    environment.reset(3);
    Recording two = new Recording(4, 2);
    environment.step(new float[] {1});
    two.add(new float[4], new float[2], environment);
    return two;
  }

  @Test
  void tunedSettingsAreThoseThatWereProven() {
    assertThat(ConservativeDqnSettings.tuned("CartPole-v1"))
        .isEqualTo(
            new ConservativeDqnSettings(
                64,
                new QLearning(3e-4, 0.99, 1, 0.005, 10, List.of(64, 64), true, 1e-3),
                new ChoiceConservatism(1, 0.1, true)));
    assertThat(ConservativeDqnSettings.paper())
        .isEqualTo(
            new ConservativeDqnSettings(
                32,
                new QLearning(5e-5, 0.99, 2000, 1, 10, List.of(512), false, 1),
                new ChoiceConservatism(1, 1, false)));
    assertThatThrownBy(() -> ConservativeDqnSettings.tuned("Acrobot-v1"))
        .hasMessage(
            "CQL on choices has tuned settings for CartPole-v1, but was asked for Acrobot-v1: begin with paper()");
    assertThatThrownBy(
            () -> new ConservativeDqnSettings(0, SETTINGS.learning(), ChoiceConservatism.none()))
        .hasMessage("CQL's minibatch must be at least 1, but was 0");
    assertThatThrownBy(() -> new ChoiceConservatism(1, 0, true))
        .hasMessage("conservatism must be at least 0 at a temperature above 0, but was 1.0 at 0.0");
  }

  private ChoiceCloning clone(long seed) {
    return new ChoiceCloning(Kernels.fastest(), leaning, 2, List.of(32), 32, 1e-3, seed);
  }

  private static ConservativeDqn learner(Recording recording, double conservatism, long seed) {
    return new ConservativeDqn(Kernels.fastest(), recording, 2, careful(conservatism), seed);
  }

  private static ConservativeDqnSettings careful(double weight) {
    return SETTINGS.with(new ChoiceConservatism(weight, 1, false));
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
