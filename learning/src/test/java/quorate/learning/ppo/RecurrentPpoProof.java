package quorate.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.FiveSeeds;

/// That PPO with memory balances a pole whose speeds it cannot see, on five seeds; about a minute
/// of CPU each.
@Tag("full")
class RecurrentPpoProof {
  private static final long STEPS = 100_000;

  @Test
  void keepsThePoleUpWithoutSeeingSpeedsAsTunedInTheZoo() {
    RecurrentPpoSettings zoo = RecurrentPpoSettings.zoo("CartPoleNoVel-v1");

    FiveSeeds proven =
        FiveSeeds.of(
            "PPO with LSTM, CartPole without velocities, zoo",
            STEPS,
            () -> RecurrentPpoTest.partlyHidden(1),
            seed ->
                new RecurrentPpo(
                    Kernels.fastest(),
                    RecurrentPpoTest.partlyHidden(zoo.copies()),
                    zoo,
                    STEPS,
                    seed));

    assertThat(proven.median()).isGreaterThanOrEqualTo(480);
  }
}
