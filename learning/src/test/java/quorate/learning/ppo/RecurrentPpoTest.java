package quorate.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.ChosenColumns;
import quorate.learning.environment.NormalisedObservations;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.World;
import quorate.learning.graph.Activation;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.optimiser.Schedule;
import quorate.learning.policy.RecurrentActorCritic;
import quorate.learning.state.StateException;
import quorate.learning.world.CartPole;
import quorate.learning.world.Pendulum;

class RecurrentPpoTest {
  /// Two copies, rollouts of 64 steps in sequences of 16, two minibatches, two epochs.
  private static final RecurrentPpoSettings SMALL =
      RecurrentPpoSettings.zoo("CartPoleNoVel-v1")
          .withUpdates(2, 64, 16, 64, 2)
          .withNetworks(8, List.of(8));

  /// The defaults of sb3-contrib, pinned one by one.
  @Test
  void beginsWithTheDefaultsOfStableBaselines3() {
    assertThat(RecurrentPpoSettings.stableBaselines3())
        .isEqualTo(
            new RecurrentPpoSettings(
                new Updates(1, 128, 128, 10),
                128,
                new ClippedObjective(3e-4, false, 0.99, 0.95, 0.2, 0, 0.5, 0.5),
                new Safeguards(false, 0, true, false, false),
                new RecurrentActorCritic.Design(256, List.of(64, 64), Activation.TANH, 0f, true)));
  }

  /// `CartPoleNoVel-v1` in `ppo_lstm.yml`, pinned one by one.
  @Test
  void takesWhatWasTunedInTheZoo() {
    assertThat(RecurrentPpoSettings.zoo("CartPoleNoVel-v1"))
        .isEqualTo(
            new RecurrentPpoSettings(
                new Updates(8, 32, 256, 20),
                32,
                new ClippedObjective(1e-3, true, 0.98, 0.8, 0.2, 0, 0.5, 0.5),
                new Safeguards(true, 0, true, true, true),
                new RecurrentActorCritic.Design(64, List.of(64), Activation.RELU, 0f, false)));
    assertThatThrownBy(() -> RecurrentPpoSettings.zoo("Pong"))
        .hasMessage(
            "recurrent PPO has tuned settings for CartPoleNoVel-v1, but was asked for Pong");
  }

  @Test
  void remembersWhatItHasToRecall() {
    RecurrentPpoSettings settings =
        RecurrentPpoSettings.zoo("CartPoleNoVel-v1")
            .withUpdates(8, 32, 8, 64, 4)
            .withNetworks(8, List.of(8));
    RecurrentPpo learner =
        new RecurrentPpo(Kernels.fastest(), Simulation.of(new Recall(), 8), settings, 1_000_000, 1);

    Trials.learn(learner, 16_000);

    assertThat(Trials.meanReturn(learner, new Recall(), 100)).isEqualTo(1);
  }

  /// The weights have not moved when the only pass over a rollout is made, so π(a|s) is what it was
  /// when the action was drawn. Episodes of CartPole end within sequences, and go on over their
  /// borders and those of rollouts.
  @Test
  void learnsFromSequencesAsTheyWerePlayed() {
    RecurrentPpo learner = learner(SMALL.withUpdates(2, 64, 16, 128, 1), Kernels.fastest(), 1);
    for (int round = 0; round < 4; round++) {
      learner.advance();

      learner.figures((name, value) -> {
        if (name.equals("divergence")) {
          assertThat(value).isBetween(0.0, 1e-11);
        }
      });
    }
  }

  /// Episodes of four steps: one begins with every rollout of eight, none after one of six.
  @Test
  void forgetsInTrainingWhereAnEpisodeBegins() {
    float[] afterWhole = startsAfterARollout(8);
    float[] afterHalf = startsAfterARollout(6);

    assertThat(afterWhole).containsExactly(1, 1);
    assertThat(afterHalf).containsExactly(0, 0);
  }

  private static float[] startsAfterARollout(int steps) {
    RecurrentPpoSettings settings = SMALL.withUpdates(2, steps, steps, 2 * steps, 1);
    RecurrentPpo learner =
        new RecurrentPpo(Kernels.fastest(), Simulation.of(new Lasting(), 2), settings, 100, 1);
    learner.advance();
    return learner.starts();
  }

  /// With γ = 0.99 a reward of 1 for ever is worth 100; without a look past the limit of 4 steps an
  /// episode would be worth no more than 4.
  @Test
  void countsOnWhatATimeLimitCutsOff() {
    RecurrentPpoSettings settings =
        RecurrentPpoSettings.stableBaselines3()
            .withUpdates(2, 64, 16, 64, 10)
            .withNetworks(8, List.of(8));
    RecurrentPpo learner =
        new RecurrentPpo(Kernels.fastest(), Simulation.of(new Lasting(), 2), settings, 1, 1);

    Trials.learn(learner, 40_000);

    assertThat(learner.policy().acting(1).values(new float[1])[0]).isGreaterThan(6);
  }

  /// A warm-up begins at a rate of 0, so the first update moves nothing.
  @Test
  void followsAnyScheduleOfRates() {
    RecurrentPpo learner =
        learner(
            new RecurrentPpoSettings(
                SMALL.updates(),
                SMALL.sequence(),
                new ClippedObjective(
                    Schedule.cosine(0.5, 1e-3, 0), false, 0.99, 0.95, 0.2, 0, 0.5, 0.5),
                SMALL.safeguards(),
                SMALL.design()),
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
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    RecurrentPpo one = learner(SMALL, Kernels.fastest(), 9);
    RecurrentPpo same = learner(SMALL, Kernels.scalar(), 9);
    RecurrentPpo other = learner(SMALL, Kernels.fastest(), 10);

    Trials.learn(one, 512);
    Trials.learn(same, 512);
    Trials.learn(other, 512);

    assertThat(Trials.weights(one))
        .isEqualTo(Trials.weights(same))
        .isNotEqualTo(Trials.weights(other));
  }

  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    RecurrentPpo whole = learner(SMALL, Kernels.fastest(), 3);
    RecurrentPpo first = learner(SMALL, Kernels.fastest(), 3);
    RecurrentPpo second = learner(SMALL, Kernels.fastest(), 4);
    Trials.learn(first, 512);

    Trials.resume(second, Trials.saved(first));
    Trials.learn(second, 1024);
    Trials.learn(whole, 1024);

    assertThat(Trials.saved(second)).isEqualTo(Trials.saved(whole));
    assertThat(Trials.meanReturn(second.acting(1), partlyHidden(1), 3))
        .isEqualTo(Trials.meanReturn(whole.acting(1), partlyHidden(1), 3));
  }

  @Test
  void whatItHasLearnedSeesTheWorldAsItDidWhenItLearned() {
    VectorEnvironment world = Simulation.of(new Pendulum(), 2);
    RecurrentPpo learner = new RecurrentPpo(Kernels.fastest(), world, SMALL, 100_000, 2);
    learner.advance();
    var likeliest = learner.policy().acting(2);
    var asShown = learner.policy().acting(2);
    NormalisedObservations normalised = NormalisedObservations.frozen(world, learner.moments());
    float[] shown = {0.8f, 0.6f, -3f, 0.6f, -0.8f, 5f};
    float[] seen = new float[6];
    float[] expected = new float[2];
    float[] other = new float[2];
    float[] actions = new float[2];

    learner.acting(2).act(shown, actions);

    normalised.normalise(shown, seen);
    likeliest.mode(seen, expected);
    asShown.mode(shown, other);
    assertThat(actions).isEqualTo(expected).isNotEqualTo(other);
  }

  @Test
  void actsWithinTheBoundsOfContinuousActions() {
    RecurrentPpoSettings settings =
        RecurrentPpoSettings.stableBaselines3()
            .withUpdates(2, 16, 16, 32, 1)
            .withNetworks(4, List.of());
    RecurrentPpo learner =
        new RecurrentPpo(Kernels.fastest(), Simulation.of(new Pendulum(), 2), settings, 1_000, 2);
    learner.advance();
    learner.parameters().get("actor.0.bias").set(1e6f);
    float[] actions = new float[1];

    learner.acting(1).act(new float[3], actions);

    assertThat(actions[0]).isEqualTo(2f);
  }

  @Test
  void aStateOfAnotherArchitectureIsRefused() {
    byte[] saved = Trials.saved(learner(SMALL, Kernels.scalar(), 3));
    RecurrentPpo larger = learner(SMALL.withNetworks(8, List.of(8, 8)), Kernels.scalar(), 3);

    assertThatThrownBy(() -> Trials.resume(larger, saved))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("it belongs to another architecture");
  }

  @Test
  void settingsThatDoNotFitAreRefused() {
    assertThatThrownBy(() -> SMALL.withUpdates(2, 64, 24, 64, 2))
        .hasMessage("recurrent PPO's sequence must divide steps = 64, but was 24");
    assertThatThrownBy(() -> SMALL.withUpdates(2, 64, 32, 16, 2))
        .hasMessage("recurrent PPO's sequence must divide minibatch = 16, but was 32");
    assertThatThrownBy(() -> SMALL.withNetworks(0, List.of(8)))
        .hasMessage("memory must be at least 1 number, but was 0");
    assertThatThrownBy(() -> SMALL.withUpdates(2, 64, 16, 96, 2))
        .hasMessage("an update's minibatch must divide steps × copies = 128, but was 96");
    assertThatThrownBy(() -> new RecurrentPpo(Kernels.scalar(), partlyHidden(3), SMALL, 100, 1))
        .hasMessage(
            "recurrent PPO's environment must have the 2 copies of its settings, but CartPole-v1 had 3");
  }

  static VectorEnvironment partlyHidden(int copies) {
    return new ChosenColumns(Simulation.of(new CartPole(), copies), 0, 2);
  }

  private static RecurrentPpo learner(RecurrentPpoSettings settings, Kernels kernels, long seed) {
    return new RecurrentPpo(kernels, partlyHidden(settings.copies()), settings, 100_000, seed);
  }

  /// Earns 1 at every step and never ends, but is cut after 4.
  private static final class Lasting implements World {
    @Override
    public String name() {
      return "Lasting";
    }

    @Override
    public int timeLimit() {
      return 4;
    }

    @Override
    public Space.Box observationSpace() {
      return Space.box(-1, 1, 1);
    }

    @Override
    public Space actionSpace() {
      return new Space.Discrete(2);
    }

    @Override
    public int stateSize() {
      return 1;
    }

    @Override
    public void begin(double[] state, int at, RandomGenerator chance) {
      state[at] = 0;
    }

    @Override
    public boolean step(
        double[] state, int at, float[] actions, int actionsAt, float[] rewards, int rewardsAt) {
      rewards[rewardsAt] = 1;
      return false;
    }

    @Override
    public void observe(double[] state, int at, float[] into, int intoAt) {
      into[intoAt] = 0;
    }
  }
}
