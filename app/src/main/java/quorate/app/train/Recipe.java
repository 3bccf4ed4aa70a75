package quorate.app.train;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.learning.cql.ConservativeDqn;
import quorate.learning.cql.ConservativeDqnSettings;
import quorate.learning.cql.ConservativeSac;
import quorate.learning.cql.ConservativeSacSettings;
import quorate.learning.dqn.Dqn;
import quorate.learning.dqn.DqnSettings;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.environment.Space;
import quorate.learning.environment.World;
import quorate.learning.mappo.Mappo;
import quorate.learning.mappo.MappoSettings;
import quorate.learning.ppo.Ppo;
import quorate.learning.ppo.PpoSettings;
import quorate.learning.ppo.RecurrentPpo;
import quorate.learning.ppo.RecurrentPpoSettings;
import quorate.learning.run.Trainee;
import quorate.learning.sac.Sac;
import quorate.learning.sac.SacSettings;

/// How an algorithm is made ready for a world. [#ALL] says what can be trained on what.
///
/// @param name as on the command line
/// @param trainsOn which worlds, in words
/// @param recorded whether it learns from recorded steps alone, instead of playing
/// @param fits which worlds
/// @param presets where settings come from that are not given one by one, the usual one first
/// @param maker makes the learner
record Recipe<S extends Record>(
    String name,
    String trainsOn,
    boolean recorded,
    Predicate<World> fits,
    List<Preset<S>> presets,
    Maker<S> maker) {

  private static final String RECORDED_WORLDS =
      "worlds of one agent whose actions are one choice or bounded numbers";

  /// Every algorithm; the first that fits a world is its default.
  static final List<Recipe<?>> ALL =
      List.of(
          new Recipe<>(
              "ppo",
              "worlds of one agent",
              false,
              world -> world.agents() == 1,
              of(PpoSettings::stableBaselines3, PpoSettings::zoo),
              (task, s) -> task.trainee(s.copies(), worlds -> task.with(Ppo::new, worlds, s))),
          new Recipe<>(
              "ppo-lstm",
              "worlds of one agent",
              false,
              world -> world.agents() == 1,
              of(RecurrentPpoSettings::stableBaselines3, RecurrentPpoSettings::zoo),
              (task, s) ->
                  task.trainee(s.copies(), worlds -> task.with(RecurrentPpo::new, worlds, s))),
          new Recipe<>(
              "dqn",
              "worlds of one agent with one choice to make",
              false,
              world -> world.agents() == 1 && world.actionSpace() instanceof Space.Discrete,
              of(DqnSettings::stableBaselines3, DqnSettings::zoo),
              (task, s) -> task.trainee(s.copies(), worlds -> task.with(Dqn::new, worlds, s))),
          new Recipe<>(
              "sac",
              "worlds of one agent whose actions are bounded numbers",
              false,
              world -> world.agents() == 1 && world.actionSpace() instanceof Space.Box,
              of(SacSettings::stableBaselines3, SacSettings::zoo),
              (task, s) ->
                  task.trainee(
                      s.copies(), worlds -> new Sac(task.kernels(), worlds, s, task.seed()))),
          new Recipe<>(
              "mappo",
              "worlds of several agents whose actions are choices",
              false,
              world ->
                  world instanceof MultiAgentWorld && !(world.actionSpace() instanceof Space.Box),
              List.of(
                  new Preset<>("tuned", MappoSettings::tuned),
                  new Preset<>("paper", world -> MappoSettings.defaults())),
              (task, s) ->
                  task.team(
                      s.copies(),
                      worlds -> new Mappo(task.kernels(), worlds, s, task.steps(), task.seed()))),
          new Recipe<>(
              "cql",
              RECORDED_WORLDS,
              true,
              world -> world.agents() == 1 && world.actionSpace() instanceof Space.Discrete,
              List.of(
                  new Preset<>("tuned", ConservativeDqnSettings::tuned),
                  new Preset<>("paper", world -> ConservativeDqnSettings.paper())),
              (task, s) ->
                  task.offline(steps ->
                      new ConservativeDqn(
                          task.kernels(),
                          steps,
                          task.world().actionSpace().choices(),
                          s,
                          task.seed()))),
          new Recipe<>(
              "cql",
              RECORDED_WORLDS,
              true,
              world -> world.agents() == 1 && world.actionSpace() instanceof Space.Box,
              List.of(
                  new Preset<>("tuned", ConservativeSacSettings::tuned),
                  new Preset<>("paper", world -> ConservativeSacSettings.paper())),
              (task, s) ->
                  task.offline(steps ->
                      new ConservativeSac(
                          task.kernels(),
                          steps,
                          (Space.Box) task.world().actionSpace(),
                          s,
                          task.seed()))));

  /// Settings by name.
  ///
  /// @param name as on the command line
  /// @param settings those for a world; refuses a world that it has none for with an
  ///   `IllegalArgumentException`
  record Preset<S>(String name, Function<String, S> settings) {}

  /// `sb3`, the defaults of Stable-Baselines3, and `zoo`, as tuned for a world in RL Baselines3
  /// Zoo.
  private static <S> List<Preset<S>> of(Supplier<S> stableBaselines3, Function<String, S> zoo) {
    return List.of(new Preset<>("sb3", world -> stableBaselines3.get()), new Preset<>("zoo", zoo));
  }

  /// Makes a learner from its settings.
  @FunctionalInterface
  interface Maker<S> {
    Trainee make(Task task, S settings);
  }

  /// That of an algorithm for a world; where it has none, one that [#check] refuses.
  ///
  /// @throws WrongNameException when there is no such algorithm
  static Recipe<?> named(String name, World world) {
    List<Recipe<?>> found =
        ALL.stream().filter(each -> each.name.equals(name.toLowerCase(Locale.ROOT))).toList();
    if (found.isEmpty()) {
      List<String> names = ALL.stream().map(Recipe::name).distinct().toList();
      throw new WrongNameException(
          "algorithm must be one of %s, but was \"%s\"%s"
              .formatted(String.join(", ", names), name, Settings.nearest(name, names)));
    }
    return found.stream()
        .filter(each -> each.fits.test(world))
        .findFirst()
        .orElseGet(found::getFirst);
  }

  /// The default for a world; every world has one.
  static Recipe<?> fitting(World world) {
    return ALL.stream().filter(each -> each.fits.test(world)).findFirst().orElseThrow();
  }

  /// @param hasRecording whether there are recorded steps to learn from
  /// @throws WrongNameException when it cannot be trained on this world, or so
  void check(World world, boolean hasRecording) {
    if (!fits.test(world)) {
      throw new WrongNameException(
          "%s is for %s, but %s is none".formatted(name, trainsOn, WorldNames.of(world)));
    }
    if (recorded && !hasRecording) {
      throw new WrongNameException(
          name
              + " learns from recorded steps: name a file of them with --recording, as"
              + " ./quorate record makes them");
    }
    if (hasRecording && !recorded) {
      throw new WrongNameException(name + " learns by playing, so it takes no --recording");
    }
  }

  /// Settings of a preset with some changed, checked.
  ///
  /// @param preset by name; the usual one where none is named
  /// @throws WrongNameException when there is no such preset, it has none for this world or a
  ///   change is refused
  Ready ready(@Nullable String preset, World world, Map<String, String> changes) {
    Preset<S> chosen = preset == null ? presets.getFirst() : preset(preset);
    S settings;
    try {
      settings = chosen.settings.apply(world.name());
    } catch (IllegalArgumentException e) {
      String instead =
          chosen.name.equals(presets.getFirst().name)
              ? "take --preset " + presets.getLast().name
              : "leave --preset out for defaults";
      throw new WrongNameException(e.getMessage() + "; " + instead, e);
    }
    S changed = RecordSettings.with(settings, changes, name);
    return new Ready(chosen.name, RecordSettings.texts(changed), task -> maker.make(task, changed));
  }

  private Preset<S> preset(String wanted) {
    List<String> names = presets.stream().map(Preset::name).toList();
    return presets.stream()
        .filter(each -> each.name.equals(wanted.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new WrongNameException(
                "%s has the presets %s, but was given \"%s\""
                    .formatted(name, String.join(" and ", names), wanted)));
  }

  /// Settings that are complete.
  ///
  /// @param preset that they come from
  /// @param settings every one by its key
  /// @param maker makes the learner with them
  record Ready(String preset, Map<String, String> settings, Function<Task, Trainee> maker) {}
}
