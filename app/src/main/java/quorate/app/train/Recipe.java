package quorate.app.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.learning.dqn.Dqn;
import quorate.learning.dqn.DqnSettings;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;
import quorate.learning.ppo.Ppo;
import quorate.learning.ppo.PpoSettings;
import quorate.learning.run.Trainee;
import quorate.learning.sac.Sac;
import quorate.learning.sac.SacSettings;

/// How an algorithm is made ready for a world. [#ALL] says what can be trained on what.
///
/// @param name as on the command line
/// @param trainsOn which worlds, in words
/// @param fits which worlds
/// @param stableBaselines3 the preset `sb3`
/// @param zoo the preset `zoo`, which refuses a world that it was not tuned for
/// @param maker makes the learner
record Recipe<S extends Record>(
    String name,
    String trainsOn,
    Predicate<World> fits,
    Supplier<S> stableBaselines3,
    Function<String, S> zoo,
    Maker<S> maker) {

  /// Every algorithm; the first that fits a world is its default.
  static final List<Recipe<?>> ALL =
      List.of(
          new Recipe<>(
              "ppo",
              "worlds of one agent",
              world -> world.agents() == 1,
              PpoSettings::stableBaselines3,
              PpoSettings::zoo,
              (task, s) -> task.trainee(s.copies(), worlds -> task.with(Ppo::new, worlds, s))),
          new Recipe<>(
              "dqn",
              "worlds of one agent with one choice to make",
              world -> world.agents() == 1 && world.actionSpace() instanceof Space.Discrete,
              DqnSettings::stableBaselines3,
              DqnSettings::zoo,
              (task, s) -> task.trainee(s.copies(), worlds -> task.with(Dqn::new, worlds, s))),
          new Recipe<>(
              "sac",
              "worlds of one agent whose actions are bounded numbers",
              world -> world.agents() == 1 && world.actionSpace() instanceof Space.Box,
              SacSettings::stableBaselines3,
              SacSettings::zoo,
              (task, s) ->
                  task.trainee(
                      s.copies(), worlds -> new Sac(task.kernels(), worlds, s, task.seed()))));

  /// Makes a learner from its settings.
  @FunctionalInterface
  interface Maker<S> {
    Trainee make(Task task, S settings);
  }

  /// Where settings come from that are not given one by one.
  enum Preset {
    /// The defaults of Stable-Baselines3.
    SB3,
    /// As tuned for a world in RL Baselines3 Zoo.
    ZOO
  }

  /// @throws WrongNameException when there is no such algorithm
  static Recipe<?> named(String name) {
    List<String> names = ALL.stream().map(Recipe::name).toList();
    return ALL.stream()
        .filter(each -> each.name.equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new WrongNameException(
                "algorithm must be one of %s, but was \"%s\"%s"
                    .formatted(String.join(", ", names), name, Settings.nearest(name, names))));
  }

  /// The default for a world.
  ///
  /// @throws WrongNameException when nothing trains on it
  static Recipe<?> fitting(World world) {
    return ALL.stream()
        .filter(each -> each.fits.test(world))
        .findFirst()
        .orElseThrow(() ->
            new WrongNameException(
                "nothing trains on %s: %s"
                    .formatted(
                        WorldNames.of(world),
                        String.join(
                            "; ",
                            ALL.stream()
                                .map(each -> each.name + " is for " + each.trainsOn)
                                .toList()))));
  }

  /// @throws WrongNameException when it cannot be trained on this world
  void check(World world) {
    if (!fits.test(world)) {
      throw new WrongNameException(
          "%s is for %s, but %s is none".formatted(name, trainsOn, WorldNames.of(world)));
    }
  }

  /// Settings of a preset with some changed, checked.
  ///
  /// @throws WrongNameException when the preset has none for this world or a change is refused
  Ready ready(Preset preset, World world, Map<String, String> changes) {
    S settings;
    try {
      settings = preset == Preset.ZOO ? zoo.apply(world.name()) : stableBaselines3.get();
    } catch (IllegalArgumentException e) {
      throw new WrongNameException(e.getMessage() + "; leave --preset out for defaults", e);
    }
    S changed = RecordSettings.with(settings, changes, name);
    return new Ready(RecordSettings.texts(changed), task -> maker.make(task, changed));
  }

  /// Settings that are complete.
  ///
  /// @param settings every one by its key
  /// @param maker makes the learner with them
  record Ready(Map<String, String> settings, Function<Task, Trainee> maker) {}
}
