package quorate.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.graph.Activation;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.optimiser.Schedule;
import quorate.learning.policy.ActorCritic;
import quorate.learning.policy.ContinuousLaw;
import quorate.learning.state.StateException;
import quorate.learning.world.CartPole;

class PpoTest {
  /// Two copies, rollouts of 64 steps, observations and rewards normalised.
  private static final PpoSettings NORMALISED =
      PpoSettings.zoo("Acrobot-v1").withUpdates(2, 64, 32, 2);

  /// The defaults of Stable-Baselines3, pinned one by one.
  @Test
  void beginsWithTheDefaultsOfStableBaselines3() {
    assertThat(PpoSettings.stableBaselines3())
        .isEqualTo(
            new PpoSettings(
                new Updates(1, 2048, 64, 10),
                new ClippedObjective(3e-4, false, 0.99, 0.95, 0.2, 0, 0.5, 0.5),
                new Safeguards(false, 0, true, false, false),
                new ActorCritic.Design(List.of(64, 64), Activation.TANH, 0f, ContinuousLaw.NORMAL),
                0));
  }

  /// A random policy keeps the pole up for some 22 steps.
  @Test
  void learnsToKeepThePoleUp() {
    Ppo ppo = ppo(PpoSettings.zoo("CartPole-v1"), Kernels.fastest(), 1);

    Trials.learn(ppo, 25_000);

    assertThat(Trials.meanReturn(ppo, new CartPole(), 10)).isGreaterThan(150);
  }

  /// The middle of the interval, where a policy begins, earns −3, and 0 is the most.
  @Test
  void learnsToAimWithBetaActions() {
    Ppo ppo = aiming(Kernels.fastest(), 1);

    Trials.learn(ppo, 12_800);

    assertThat(Trials.meanReturn(ppo, new Aim(), 100)).isGreaterThan(-0.5);
  }

  @Test
  void betaActionsGiveTheSameWeightsOnVectorsAndOneByOneAndAfterASavedState() {
    Ppo whole = aiming(Kernels.fastest(), 3);
    Ppo first = aiming(Kernels.scalar(), 3);
    Ppo second = aiming(Kernels.fastest(), 4);
    Trials.learn(first, 256);

    Trials.resume(second, Trials.saved(first));
    Trials.learn(second, 512);
    Trials.learn(first, 512);
    Trials.learn(whole, 512);

    assertThat(Trials.weights(first)).isEqualTo(Trials.weights(whole));
    assertThat(Trials.weights(second)).isEqualTo(Trials.weights(whole));
  }

  private static Ppo aiming(Kernels kernels, long seed) {
    PpoSettings settings =
        new PpoSettings(
            new Updates(8, 32, 64, 5),
            new ClippedObjective(3e-3, true, 0.99, 0.95, 0.2, 0.001, 0.5, 0.5),
            new Safeguards(false, 0, true, false, false),
            new ActorCritic.Design(List.of(16), Activation.TANH, 0f, ContinuousLaw.BETA),
            0);
    return new Ppo(kernels, Simulation.of(new Aim(), 8), settings, 12_800, seed);
  }

  /// A warm-up begins at a rate of 0, so the first update moves nothing.
  @Test
  void followsAnyScheduleOfRates() {
    PpoSettings usual = PpoSettings.stableBaselines3().withUpdates(2, 64, 32, 2);
    Ppo learner =
        ppo(
            new PpoSettings(
                usual.updates(),
                objective(Schedule.cosine(0.5, 1e-3, 0), false),
                usual.safeguards(),
                usual.design(),
                0),
            Kernels.fastest(),
            3);
    List<Float> before = Trials.weights(learner);

    learner.advance();
    List<Float> first = Trials.weights(learner);
    learner.advance();

    assertThat(first).isEqualTo(before);
    assertThat(Trials.weights(learner)).isNotEqualTo(first);
  }

  @Test
  void aRateThatCannotBeIsRefused() {
    assertThatThrownBy(() -> objective(Schedule.constant(0), false))
        .hasMessage("a clipped objective's rate must be above 0, and never below, but was 0.0");
    assertThatThrownBy(() -> objective(Schedule.linear(1, -1), false))
        .hasMessageEndingWith("but was linear:1.0,-1.0");
    assertThatThrownBy(() -> objective(Schedule.cosine(0, 1, 0), true))
        .hasMessage(
            "a clipped objective's rate must be one number where rateFalls is true, but was"
                + " cosine:0.0,1.0,0.0");
  }

  private static ClippedObjective objective(Schedule rate, boolean falls) {
    return new ClippedObjective(rate, falls, 0.99, 0.95, 0.2, 0, 0.5, 0.5);
  }

  @Test
  void aLawThatDoesNotFitTheActionsOrLeavesASettingWithoutEffectIsRefused() {
    PpoSettings beta = PpoSettings.stableBaselines3().withLaw(ContinuousLaw.BETA);

    assertThatThrownBy(() -> ppo(beta, Kernels.scalar(), 1))
        .hasMessageStartingWith("BETA is a law of continuous actions, but they were ");
    assertThatThrownBy(() ->
            new Ppo(
                Kernels.scalar(),
                Simulation.of(new CartPole(), 1),
                PpoSettings.stableBaselines3().withLaw(ContinuousLaw.STATE_DEPENDENT_NOISE),
                100,
                1))
        .hasMessageStartingWith("STATE_DEPENDENT_NOISE is a law of continuous actions");
    assertThatThrownBy(() -> withNoise(ContinuousLaw.BETA, -1f, 0))
        .hasMessage("PPO's logDeviation must be 0 where actions are not normal, but was -1.0");
    assertThatThrownBy(() -> withNoise(ContinuousLaw.NORMAL, 0f, 4))
        .hasMessage(
            "PPO's noiseSteps must be 0 where noise does not depend on the state, but was 4");
  }

  private static PpoSettings withNoise(ContinuousLaw law, float logDeviation, int noiseSteps) {
    return new PpoSettings(
        new Updates(1, 64, 64, 1),
        new ClippedObjective(1e-3, false, 0.99, 0.95, 0.2, 0, 0.5, 0.5),
        new Safeguards(false, 0, true, false, false),
        new ActorCritic.Design(List.of(8), Activation.TANH, logDeviation, law),
        noiseSteps);
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    PpoSettings small = PpoSettings.stableBaselines3().withUpdates(2, 64, 32, 2);
    Ppo one = ppo(small, Kernels.fastest(), 9);
    Ppo same = ppo(small, Kernels.scalar(), 9);
    Ppo other = ppo(small, Kernels.fastest(), 10);

    Trials.learn(one, 512);
    Trials.learn(same, 512);
    Trials.learn(other, 512);

    assertThat(Trials.weights(one))
        .isEqualTo(Trials.weights(same))
        .isNotEqualTo(Trials.weights(other));
  }

  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    PpoSettings small = PpoSettings.stableBaselines3().withUpdates(2, 64, 32, 2);
    Ppo whole = ppo(small, Kernels.fastest(), 3);
    Ppo first = ppo(small, Kernels.fastest(), 3);
    Ppo second = ppo(small, Kernels.fastest(), 4);
    Trials.learn(first, 512);
    byte[] saved = Trials.saved(first);

    Trials.resume(second, saved);
    Trials.learn(second, 1024);
    Trials.learn(whole, 1024);

    assertThat(Trials.weights(second)).isEqualTo(Trials.weights(whole));
  }

  /// `normalize: true` in `ppo.yml`, which means observations and rewards.
  @Test
  void takesTheNormalisedWorldsOfTheZoo() {
    assertThat(PpoSettings.zoo("Acrobot-v1"))
        .isEqualTo(
            new PpoSettings(
                new Updates(16, 256, 64, 4),
                new ClippedObjective(3e-4, false, 0.99, 0.94, 0.2, 0, 0.5, 0.5),
                new Safeguards(false, 0, true, true, true),
                new ActorCritic.Design(List.of(64, 64), Activation.TANH, 0f, ContinuousLaw.NORMAL),
                0));
    assertThat(PpoSettings.zoo("MountainCar-v0"))
        .extracting(
            each -> each.updates().steps(),
            each -> each.objective().lambda(),
            each -> each.safeguards().normaliseObservations())
        .containsExactly(16, 0.98, true);
  }

  @Test
  void actsOnWhatTheWorldShowsByMomentsThatStayAsTheyAre() {
    Ppo ppo = ppo(NORMALISED, Kernels.fastest(), 3);
    Trials.learn(ppo, 512);
    float[] shown = {0.3f, -0.5f, 0.02f, 0.4f};
    float[] normalised = new float[4];
    for (int i = 0; i < 4; i++) {
      double deviation = Math.sqrt(ppo.moments().variance(i) + 1e-8);
      normalised[i] = (float) Math.clamp((shown[i] - ppo.moments().mean(i)) / deviation, -10, 10);
    }
    double[] before = means(ppo);
    float[] action = new float[1];
    float[] likeliest = new float[1];

    ppo.acting(1).act(shown, action);
    ppo.policy().acting(1).mode(normalised, likeliest);

    assertThat(action).isEqualTo(likeliest);
    assertThat(means(ppo)).isEqualTo(before);
    assertThat(before).doesNotContain(0);
  }

  @Test
  void aResumedRunHasTheSameMoments() {
    Ppo whole = ppo(NORMALISED, Kernels.fastest(), 3);
    Ppo first = ppo(NORMALISED, Kernels.fastest(), 3);
    Ppo second = ppo(NORMALISED, Kernels.fastest(), 4);
    Trials.learn(first, 512);
    byte[] saved = Trials.saved(first);

    Trials.resume(second, saved);
    Trials.learn(second, 1024);
    Trials.learn(whole, 1024);

    assertThat(means(second)).isEqualTo(means(whole));
    assertThat(Trials.weights(second)).isEqualTo(Trials.weights(whole));
  }

  private static double[] means(Ppo ppo) {
    return IntStream.range(0, 4).mapToDouble(ppo.moments()::mean).toArray();
  }

  @Test
  void aStateOfAnotherArchitectureIsRefused() {
    Ppo small = ppo(PpoSettings.stableBaselines3(), Kernels.scalar(), 3);
    Ppo large = ppo(PpoSettings.stableBaselines3().withHidden(List.of(32)), Kernels.scalar(), 3);
    byte[] saved = Trials.saved(small);

    assertThatThrownBy(() -> Trials.resume(large, saved))
        .isInstanceOf(StateException.class)
        .hasMessage(
            "number of parameters must be 8, but the saved one was 12: it belongs to another architecture");
  }

  @Test
  void anEnvironmentOfAnotherSizeIsRefused() {
    VectorEnvironment two = Simulation.of(new CartPole(), 2);

    assertThatThrownBy(() -> new Ppo(Kernels.scalar(), two, PpoSettings.stableBaselines3(), 100, 1))
        .hasMessage(
            "PPO's environment must have the 1 copies of its settings, but CartPole-v1 had 2");
  }

  @Test
  void aMinibatchThatLeavesARestIsRefused() {
    assertThatThrownBy(() -> PpoSettings.stableBaselines3().withUpdates(1, 100, 64, 1))
        .hasMessage("an update's minibatch must divide steps × copies = 100, but was 64");
  }

  private static Ppo ppo(PpoSettings settings, Kernels kernels, long seed) {
    return new Ppo(
        kernels, Simulation.of(new CartPole(), settings.copies()), settings, 100_000, seed);
  }
}
