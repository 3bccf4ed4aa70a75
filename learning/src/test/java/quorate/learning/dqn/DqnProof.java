package quorate.learning.dqn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.FiveSeeds;
import quorate.learning.world.CartPole;

/// That DQN learns what it must, on five seeds; about 20 s of CPU each.
@Tag("full")
class DqnProof {
  @Test
  void keepsThePoleUpAsTunedInTheZooWithSteadyWeights() {
    FiveSeeds proven =
        FiveSeeds.of(
            "DQN, CartPole-v1, zoo with steady weights",
            50_000,
            new CartPole(),
            seed ->
                new Dqn(
                    Kernels.fastest(),
                    Simulation.of(new CartPole(), 1),
                    DqnSettings.zoo("CartPole-v1").withSteadyWeights(),
                    50_000,
                    seed));

    assertThat(proven.median()).isGreaterThanOrEqualTo(480);
  }
}
