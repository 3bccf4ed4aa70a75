package quorate.app.train;

import java.util.List;
import java.util.Locale;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.learning.environment.World;
import quorate.learning.world.Worlds;

/// Worlds as a person types them: `cart-pole` is `CartPole-v1`.
final class WorldNames {
  private WorldNames() {}

  /// Lower case with dashes, without the version.
  static String of(World world) {
    return world
        .name()
        .replaceFirst("[-_]v\\d+$", "")
        .replaceAll("([a-z])([A-Z])", "$1-$2")
        .replaceAll("[^A-Za-z0-9]+", "-")
        .replaceAll("-$", "")
        .toLowerCase(Locale.ROOT);
  }

  static List<String> all() {
    return Worlds.all().stream().map(WorldNames::of).toList();
  }

  /// The world of a name in either form.
  ///
  /// @throws WrongNameException when there is none, with the nearest
  static World find(String name) {
    return Worlds.all().stream()
        .filter(world -> of(world).equals(name) || world.name().equals(name))
        .findFirst()
        .orElseThrow(() ->
            new WrongNameException(
                "world must be one of %s, but was \"%s\"%s"
                    .formatted(String.join(", ", all()), name, Settings.nearest(name, all()))));
  }
}
