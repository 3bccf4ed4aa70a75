package quorate.learning.world;

import java.util.List;
import quorate.learning.environment.World;

/// All worlds of this package, by name.
public final class Worlds {
  private Worlds() {}

  /// Those of one agent and those of several; of the penalty games those with k = 0, −25 and −100.
  public static List<World> all() {
    return List.of(
        new CartPole(),
        new Pendulum(),
        new Acrobot(),
        new MountainCar(),
        new MountainCarContinuous(),
        new CartPoleWithoutSpeeds(),
        MatrixGame.climbing(),
        MatrixGame.penalty(0),
        MatrixGame.penalty(-25),
        MatrixGame.penalty(-100),
        new SimpleSpread());
  }

  /// @throws IllegalArgumentException when there is no world of that name
  public static World named(String name) {
    return all().stream()
        .filter(world -> world.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "a world must be one of %s, but was \"%s\""
                    .formatted(String.join(", ", all().stream().map(World::name).toList()), name)));
  }
}
