package quorate.learning.dqn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Rounds;
import quorate.learning.state.StateException;
import quorate.learning.world.CartPole;
import quorate.learning.world.Pendulum;

class DqnTest {
  /// Learns from its sixth round on; every part of it is at work.
  private static final DqnSettings SMALL =
      DqnSettings.stableBaselines3()
          .withRounds(2, 4, 2, 16)
          .withMemory(100, 40)
          .withHidden(List.of(8));

  @Test
  void beginsWithTheDefaultsOfStableBaselines3() {
    assertThat(DqnSettings.stableBaselines3())
        .isEqualTo(
            new DqnSettings(
                new Rounds(1, 4, 1, 32, 1_000_000, 100),
                new QLearning(1e-4, 0.99, 10_000, 1, 10, List.of(64, 64), false, 1),
                new Exploration(0.1, 1, 0.05),
                false,
                1,
                0,
                0.4));
  }

  @Test
  void isTunedForThePoleAsInTheZoo() {
    assertThat(DqnSettings.zoo("CartPole-v1"))
        .isEqualTo(
            new DqnSettings(
                new Rounds(1, 256, 128, 64, 100_000, 1000),
                new QLearning(2.3e-3, 0.99, 10, 1, 10, List.of(256, 256), false, 1),
                new Exploration(0.16, 1, 0.04),
                false,
                1,
                0,
                0.4));
  }

  /// A random policy keeps the pole up for some 22 steps.
  @Test
  void learnsToKeepThePoleUp() {
    DqnSettings quick =
        DqnSettings.zoo("CartPole-v1")
            .withSteadyWeights()
            .withHidden(List.of(64, 64))
            .withRounds(1, 128, 64, 64);
    Dqn dqn = dqn(quick, Kernels.fastest(), 1);

    Trials.learn(dqn, 8_000);

    assertThat(Trials.meanReturn(dqn, new CartPole(), 10)).isGreaterThan(60);
  }

  @Test
  void allThatWasAddedSinceLearnsToo() {
    DqnSettings quick =
        DqnSettings.zoo("CartPole-v1")
            .withSteadyWeights()
            .withHidden(List.of(64, 64))
            .withRounds(1, 128, 64, 64)
            .withImprovements();
    Dqn dqn = dqn(quick, Kernels.fastest(), 1);

    Trials.learn(dqn, 16_000);

    assertThat(Trials.meanReturn(dqn, new CartPole(), 10)).isGreaterThan(100);
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    Dqn one = dqn(SMALL.withImprovements(), Kernels.fastest(), 9);
    Dqn same = dqn(SMALL.withImprovements(), Kernels.scalar(), 9);
    Dqn other = dqn(SMALL.withImprovements(), Kernels.fastest(), 10);

    Trials.learn(one, 400);
    Trials.learn(same, 400);
    Trials.learn(other, 400);

    assertThat(Trials.weights(one))
        .isEqualTo(Trials.weights(same))
        .isNotEqualTo(Trials.weights(other));
  }

  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    for (DqnSettings settings : List.of(SMALL, SMALL.withImprovements())) {
      Dqn whole = dqn(settings, Kernels.fastest(), 3);
      Dqn first = dqn(settings, Kernels.fastest(), 3);
      Dqn second = dqn(settings, Kernels.fastest(), 4);
      Trials.learn(first, 200);

      Trials.resume(second, Trials.saved(first));
      Trials.learn(second, 400);
      Trials.learn(whole, 400);

      assertThat(Trials.saved(second)).isEqualTo(Trials.saved(whole));
    }
  }

  @Test
  void aStateOfAnotherArchitectureIsRefused() {
    byte[] saved = Trials.saved(dqn(SMALL, Kernels.scalar(), 1));
    Dqn wider = dqn(SMALL.withHidden(List.of(16)), Kernels.scalar(), 1);

    assertThatThrownBy(() -> Trials.resume(wider, saved))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("another architecture");
  }

  @Test
  void nothingIsLearnedBeforeEnoughWasSeen() {
    Dqn dqn = dqn(SMALL, Kernels.scalar(), 1);
    List<Float> begun = Trials.weights(dqn);

    Trials.learn(dqn, 40);
    assertThat(Trials.weights(dqn)).isEqualTo(begun);
    dqn.advance();
    assertThat(Trials.weights(dqn)).isNotEqualTo(begun);
  }

  /// Over the first tenth of 1000 steps ε falls from 1 to 0.05: after half of it, it is 0.525.
  @Test
  void explorationFallsInALineAndStays() {
    DqnSettings settings = SMALL.withRounds(1, 25, 1, 16);
    Dqn dqn = new Dqn(Kernels.scalar(), Simulation.of(new CartPole(), 1), settings, 1000, 1);

    Trials.learn(dqn, 50);
    assertThat(figure(dqn, "exploration")).isCloseTo(0.525, within(1e-12));
    Trials.learn(dqn, 200);
    assertThat(figure(dqn, "exploration")).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void whatItCannotLearnFromIsRefused() {
    VectorEnvironment two = Simulation.of(new CartPole(), 2);
    VectorEnvironment pendulum = Simulation.of(new Pendulum(), 1);
    DqnSettings settings = DqnSettings.zoo("CartPole-v1");

    assertThatThrownBy(() -> new Dqn(Kernels.scalar(), two, settings, 100, 1))
        .hasMessage(
            "DQN's environment must have the 1 copies of its settings, but CartPole-v1 had 2");
    assertThatThrownBy(() -> new Dqn(Kernels.scalar(), pendulum, settings, 100, 1))
        .hasMessage(
            "DQN's actions must be one of several choices, but those of Pendulum-v1 were -2.0 … 2.0");
    assertThatThrownBy(() -> settings.withMemory(10, 0))
        .hasMessage("a round's memory must hold a minibatch of 64, but was 10");
    assertThatThrownBy(() -> DqnSettings.zoo("Chess"))
        .hasMessage("DQN has tuned settings for CartPole-v1, but was asked for Chess");
  }

  private static Dqn dqn(DqnSettings settings, Kernels kernels, long seed) {
    return new Dqn(
        kernels, Simulation.of(new CartPole(), settings.copies()), settings, 50_000, seed);
  }

  private static double figure(Dqn dqn, String wanted) {
    double[] found = {Double.NaN};
    dqn.figures((name, value) -> {
      if (name.equals(wanted)) {
        found[0] = value;
      }
    });
    return found[0];
  }
}
