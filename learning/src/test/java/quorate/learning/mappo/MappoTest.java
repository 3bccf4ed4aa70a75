package quorate.learning.mappo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.graph.Activation;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.optimiser.Schedule;
import quorate.learning.ppo.ClippedObjective;
import quorate.learning.ppo.Updates;
import quorate.learning.state.StateException;
import quorate.learning.world.MatrixGame;
import quorate.learning.world.SimpleSpread;

class MappoTest {
  private static final MappoSettings SMALL =
      MappoSettings.defaults().withUpdates(4, 10, 20, 2).withHidden(List.of(8));

  @Test
  void beginsAsThePapersAuthorsRunSimpleSpread() {
    assertThat(MappoSettings.defaults())
        .isEqualTo(
            new MappoSettings(
                new Updates(128, 25, 3200, 10),
                new ClippedObjective(7e-4, false, 0.99, 0.95, 0.2, 0.01, 1, 10),
                false,
                10,
                true,
                true,
                List.of(64, 64),
                Activation.TANH));
  }

  @Test
  void isTunedForGamesWithAnActorForEachAndForSimpleSpreadWithOneForAll() {
    assertThat(MappoSettings.tuned("climbing"))
        .isEqualTo(MappoSettings.tuned("penalty(-100)"))
        .isEqualTo(
            new MappoSettings(
                new Updates(100, 5, 500, 10),
                new ClippedObjective(1e-3, false, 0.99, 0.95, 0.2, 0.01, 1, 10),
                true,
                10,
                true,
                false,
                List.of(32),
                Activation.TANH));
    assertThat(MappoSettings.tuned("simple_spread_v3"))
        .isEqualTo(
            new MappoSettings(
                new Updates(128, 25, 800, 10),
                new ClippedObjective(7e-4, true, 0.99, 0.95, 0.2, 0.01, 1, 10),
                true,
                10,
                true,
                true,
                List.of(64, 64),
                Activation.TANH));
  }

  /// Where both must agree, and nothing is lost by trying.
  @Test
  void agreesOnAnOptimumOfThePenaltyGame() {
    MatrixGame game = MatrixGame.penalty(0);
    MappoSettings settings = MappoSettings.tuned(game.name());
    Mappo mappo = mappo(settings, game, Kernels.fastest(), 1);

    Trials.learn(mappo, 20_000);

    assertThat(payoff(mappo, game)).isEqualTo(game.best());
  }

  /// The best that is open pays 2 where the middle choice is open to the second agent, else 1.
  @Test
  void learnsWhatIsBestOfWhatIsOpenAndTakesNothingElse() {
    Mappo mappo =
        mappo(
            SMALL.withUpdates(20, 10, 100, 4).withSharedActor(false),
            new MaskedGame(),
            Kernels.fastest(),
            1);

    Trials.learn(mappo, 10_000);

    float[] actions = new float[4];
    mappo
        .policy()
        .acting(2)
        .mode(new float[] {0, 0, 1, 1}, new byte[] {1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0}, actions);
    assertThat(actions).containsExactly(1, 1, 1, 0);
  }

  /// A warm-up begins at a rate of 0, so the first update moves nothing.
  @Test
  void followsAnyScheduleOfRates() {
    MappoSettings settings =
        new MappoSettings(
            SMALL.updates(),
            new ClippedObjective(
                Schedule.cosine(0.5, 1e-3, 0), false, 0.99, 0.95, 0.2, 0, 0.5, 0.5),
            false,
            10,
            true,
            true,
            List.of(8),
            Activation.TANH);
    Mappo learner = mappo(settings, new SimpleSpread(), Kernels.fastest(), 3);
    List<Float> before = Trials.weights(learner);

    learner.advance();
    List<Float> first = Trials.weights(learner);
    learner.advance();

    assertThat(first).isEqualTo(before);
    assertThat(Trials.weights(learner)).isNotEqualTo(first);
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    for (boolean shared : new boolean[] {true, false}) {
      MappoSettings settings = SMALL.withSharedActor(shared);
      Mappo one = mappo(settings, new SimpleSpread(), Kernels.fastest(), 9);
      Mappo same = mappo(settings, new SimpleSpread(), Kernels.scalar(), 9);
      Mappo other = mappo(settings, new SimpleSpread(), Kernels.fastest(), 10);

      Trials.learn(one, 200);
      Trials.learn(same, 200);
      Trials.learn(other, 200);

      assertThat(Trials.weights(one))
          .isEqualTo(Trials.weights(same))
          .isNotEqualTo(Trials.weights(other));
    }
  }

  /// Saved in the middle of episodes, with and without masks.
  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    for (MultiAgentWorld world : List.of(new SimpleSpread(), new MaskedGame())) {
      Mappo whole = mappo(SMALL, world, Kernels.fastest(), 3);
      Mappo first = mappo(SMALL, world, Kernels.fastest(), 3);
      Mappo second = mappo(SMALL, world, Kernels.fastest(), 4);
      Trials.learn(first, 120);

      Trials.resume(second, Trials.saved(first));
      Trials.learn(second, 320);
      Trials.learn(whole, 320);

      assertThat(Trials.saved(second)).isEqualTo(Trials.saved(whole));
    }
  }

  @Test
  void aStateOfAnotherArchitectureIsRefused() {
    byte[] saved = Trials.saved(mappo(SMALL, new SimpleSpread(), Kernels.scalar(), 1));
    Mappo separate = mappo(SMALL.withSharedActor(false), new SimpleSpread(), Kernels.scalar(), 1);

    assertThatThrownBy(() -> Trials.resume(separate, saved))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("another architecture");
  }

  @Test
  void whatItCannotLearnFromOrActInIsRefused() {
    Mappo spread = mappo(SMALL, new SimpleSpread(), Kernels.scalar(), 1);
    Mappo masked = mappo(SMALL, new MaskedGame(), Kernels.scalar(), 1);
    MultiAgentSimulation two = MultiAgentSimulation.of(new SimpleSpread(), 2);

    assertThatThrownBy(() -> new Mappo(Kernels.scalar(), two, SMALL, 100, 1))
        .hasMessage(
            "MAPPO's environment must have the 4 copies of its settings, but simple_spread_v3 had 2");
    assertThatThrownBy(() -> spread.acting(4))
        .hasMessage("rows must be whole teams of 3 agents, but were 4 (simple_spread_v3)");
    assertThatThrownBy(() -> masked.acting(2))
        .hasMessage("who acts in masked must know which choices are closed: use policy().acting");
    assertThatThrownBy(
            () -> masked.policy().acting(1).mode(new float[2], new byte[6], new float[2]))
        .hasMessage("an agent must have an open choice, but all 3 were closed (row 0)");
    assertThatThrownBy(() -> SMALL.withUpdates(4, 10, 30, 1))
        .hasMessage("an update's minibatch must divide steps × copies = 40, but was 30");
    assertThatThrownBy(() -> MappoSettings.tuned("Chess"))
        .hasMessage(
            "MAPPO has tuned settings for climbing, penalty with 0, -25 and -100, and"
                + " simple_spread_v3, but was asked for Chess");
  }

  private static Mappo mappo(
      MappoSettings settings, MultiAgentWorld world, Kernels kernels, long seed) {
    return new Mappo(
        kernels, MultiAgentSimulation.of(world, settings.copies()), settings, 100_000, seed);
  }

  private static float payoff(Mappo mappo, MatrixGame game) {
    float[] chosen = new float[2];
    mappo.acting(2).act(new float[] {1, 1}, chosen);
    return game.payoff((int) chosen[0], (int) chosen[1]);
  }
}
