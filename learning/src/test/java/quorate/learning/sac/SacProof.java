package quorate.learning.sac;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.World;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.FiveSeeds;
import quorate.learning.world.MountainCarContinuous;
import quorate.learning.world.Pendulum;

/// That SAC learns what it must, on five seeds; about four minutes of CPU each.
@Tag("full")
class SacProof {
  @Test
  void swingsThePendulumUpAsTunedInTheZoo() {
    assertThat(zoo(new Pendulum(), 20_000).median()).isGreaterThanOrEqualTo(-180);
  }

  @Test
  void drivesUpTheMountainAsTunedInTheZoo() {
    assertThat(zoo(new MountainCarContinuous(), 50_000).median()).isGreaterThanOrEqualTo(90);
  }

  private static FiveSeeds zoo(World world, long steps) {
    return FiveSeeds.of(
        "SAC, " + world.name() + ", zoo",
        steps,
        world,
        seed ->
            new Sac(
                Kernels.fastest(), Simulation.of(world, 1), SacSettings.zoo(world.name()), seed));
  }
}
