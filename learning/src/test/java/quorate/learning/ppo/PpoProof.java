package quorate.learning.ppo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.World;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.FiveSeeds;
import quorate.learning.world.Acrobot;
import quorate.learning.world.CartPole;
import quorate.learning.world.MountainCar;
import quorate.learning.world.Pendulum;

/// That PPO learns what it must, on five seeds; 2 to 8 s of CPU each.
@Tag("full")
class PpoProof {
  private static final long STEPS = 100_000;
  private static final long NORMALISED_STEPS = 400_000;

  @Test
  void keepsThePoleUpWithTheDefaultsOfStableBaselines3() {
    FiveSeeds proven =
        proven("PPO, CartPole-v1, SB3", new CartPole(), PpoSettings.stableBaselines3());

    assertThat(proven.median()).isGreaterThanOrEqualTo(490);
  }

  @Test
  void keepsThePoleUpToTheEndAsTunedInTheZoo() {
    FiveSeeds proven =
        proven("PPO, CartPole-v1, zoo", new CartPole(), PpoSettings.zoo("CartPole-v1"));

    assertThat(proven.median()).isEqualTo(500);
  }

  @Test
  void swingsThePendulumUpWithNoiseThatDependsOnTheState() {
    FiveSeeds proven =
        proven("PPO, Pendulum-v1, zoo (gSDE)", new Pendulum(), PpoSettings.zoo("Pendulum-v1"));

    assertThat(proven.median()).isGreaterThanOrEqualTo(-200);
  }

  /// Without normalisation it never leaves the valley, which costs 200.
  @Test
  void drivesOutOfTheValleyOnNormalisedObservations() {
    FiveSeeds proven =
        proven(
            "PPO, MountainCar-v0, zoo (normalised)",
            new MountainCar(),
            PpoSettings.zoo("MountainCar-v0"),
            NORMALISED_STEPS);

    assertThat(proven.median()).isGreaterThanOrEqualTo(-150);
  }

  /// Who never swings above the line pays 500.
  @Test
  void swingsAboveTheLineOnNormalisedObservations() {
    FiveSeeds proven =
        proven(
            "PPO, Acrobot-v1, zoo (normalised)",
            new Acrobot(),
            PpoSettings.zoo("Acrobot-v1"),
            NORMALISED_STEPS);

    assertThat(proven.median()).isGreaterThanOrEqualTo(-100);
  }

  private static FiveSeeds proven(String name, World world, PpoSettings settings) {
    return proven(name, world, settings, STEPS);
  }

  private static FiveSeeds proven(String name, World world, PpoSettings settings, long steps) {
    return FiveSeeds.of(
        name,
        steps,
        world,
        seed ->
            new Ppo(
                Kernels.fastest(), Simulation.of(world, settings.copies()), settings, steps, seed));
  }
}
