package quorate.learning.sac;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Rounds;
import quorate.learning.state.StateException;
import quorate.learning.world.CartPole;
import quorate.learning.world.MountainCarContinuous;
import quorate.learning.world.Pendulum;

class SacTest {
  private static final SacSettings SMALL =
      SacSettings.stableBaselines3()
          .withRounds(2, 4, 3, 16)
          .withMemory(100, 40)
          .withHidden(List.of(8, 8));

  private static final SacSettings SMALL_WITH_STATE_NOISE =
      SacSettings.zoo("MountainCarContinuous-v0")
          .withRounds(2, 4, 3, 16)
          .withMemory(100, 40)
          .withHidden(List.of(8, 8));

  @Test
  void beginsWithTheDefaultsOfStableBaselines3() {
    assertThat(SacSettings.stableBaselines3())
        .isEqualTo(
            new SacSettings(
                new Rounds(1, 1, 1, 256, 1_000_000, 100),
                new SoftLearning(3e-4, 0.99, 0.005, 1, true, List.of(256, 256)),
                false,
                -3));
  }

  @Test
  void isTunedAsInTheZoo() {
    assertThat(SacSettings.zoo("Pendulum-v1"))
        .isEqualTo(
            new SacSettings(
                new Rounds(1, 1, 1, 256, 1_000_000, 100),
                new SoftLearning(1e-3, 0.99, 0.005, 1, true, List.of(256, 256)),
                false,
                -3));
    assertThat(SacSettings.zoo("MountainCarContinuous-v0"))
        .isEqualTo(
            new SacSettings(
                new Rounds(1, 32, 32, 512, 50_000, 0),
                new SoftLearning(3e-4, 0.9999, 0.01, 0.1, false, List.of(64, 64)),
                true,
                -3.67));
  }

  /// Actions without chance earn about −1500 before learning, the best about −150.
  @Test
  void learnsToSwingThePendulumUp() {
    SacSettings quick =
        SacSettings.zoo("Pendulum-v1").withHidden(List.of(64, 64)).withRounds(1, 1, 1, 64);
    Sac sac = sac(quick, Kernels.fastest(), 1);

    Trials.learn(sac, 5_000);

    assertThat(Trials.meanReturn(sac, new Pendulum(), 10)).isGreaterThan(-500);
  }

  @Test
  void theSameSeedGivesTheSameWeightsOnVectorsAndOneByOne() {
    for (SacSettings settings : List.of(SMALL, SMALL_WITH_STATE_NOISE)) {
      Sac one = sac(settings, Kernels.fastest(), 9);
      Sac same = sac(settings, Kernels.scalar(), 9);
      Sac other = sac(settings, Kernels.fastest(), 10);

      Trials.learn(one, 400);
      Trials.learn(same, 400);
      Trials.learn(other, 400);

      assertThat(Trials.weights(one))
          .isEqualTo(Trials.weights(same))
          .isNotEqualTo(Trials.weights(other));
    }
  }

  @Test
  void aResumedRunIsTheUninterruptedOneBitForBit() {
    for (SacSettings settings : List.of(SMALL, SMALL_WITH_STATE_NOISE)) {
      Sac whole = sac(settings, Kernels.fastest(), 3);
      Sac first = sac(settings, Kernels.fastest(), 3);
      Sac second = sac(settings, Kernels.fastest(), 4);
      Trials.learn(first, 200);

      Trials.resume(second, Trials.saved(first));
      Trials.learn(second, 440);
      Trials.learn(whole, 440);

      assertThat(Trials.saved(second)).isEqualTo(Trials.saved(whole));
    }
  }

  @Test
  void aStateOfAnotherArchitectureIsRefused() {
    byte[] saved = Trials.saved(sac(SMALL, Kernels.scalar(), 1));
    Sac wider = sac(SMALL.withHidden(List.of(16)), Kernels.scalar(), 1);

    assertThatThrownBy(() -> Trials.resume(wider, saved))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("another architecture");
  }

  @Test
  void nothingIsLearnedBeforeEnoughWasSeen() {
    Sac sac = sac(SMALL, Kernels.scalar(), 1);
    List<Float> begun = Trials.weights(sac);

    Trials.learn(sac, 40);
    assertThat(Trials.weights(sac)).isEqualTo(begun);
    sac.advance();
    assertThat(Trials.weights(sac)).isNotEqualTo(begun);
  }

  @Test
  void whatItCannotLearnFromIsRefused() {
    VectorEnvironment two = Simulation.of(new Pendulum(), 2);
    VectorEnvironment choices = Simulation.of(new CartPole(), 1);
    SacSettings settings = SacSettings.zoo("Pendulum-v1");

    assertThatThrownBy(() -> new Sac(Kernels.scalar(), two, settings, 1))
        .hasMessage(
            "SAC's environment must have the 1 copies of its settings, but Pendulum-v1 had 2");
    assertThatThrownBy(() -> new Sac(Kernels.scalar(), choices, settings, 1))
        .hasMessage("SAC's actions must be numbers with bounds, but were 0 … 1 (2 choices)");
    assertThatThrownBy(() -> settings.withMemory(10, 0))
        .hasMessage("a round's memory must hold a minibatch of 256, but was 10");
    assertThatThrownBy(() -> SacSettings.zoo("Chess"))
        .hasMessage(
            "SAC has tuned settings for Pendulum-v1 and MountainCarContinuous-v0, but was asked for Chess");
  }

  private static Sac sac(SacSettings settings, Kernels kernels, long seed) {
    return new Sac(
        kernels,
        Simulation.of(
            settings.stateNoise() ? new MountainCarContinuous() : new Pendulum(),
            settings.copies()),
        settings,
        seed);
  }
}
