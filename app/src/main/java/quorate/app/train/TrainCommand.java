package quorate.app.train;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import quorate.app.home.Workplace;
import quorate.app.terminal.Screen;
import quorate.learning.environment.World;
import quorate.learning.run.RunSettings;

/// `quorate train`: an agent learns a world, in a folder from which the run can go on.
@Command(
    name = "train",
    description = "Train an agent on a small world, or go on with a run that was stopped.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Examples:",
      "  ./quorate train cart-pole",
      "  ./quorate train cart-pole --preset zoo --seed 7 --json",
      "  ./quorate train pendulum --steps 200_000 --set rate=0.001 --set hidden=64,64",
      "  ./quorate train acrobot --set rate=cosine:0.05,0.001,0",
      "  ./quorate train cart-pole --algorithm cql --recording pole.safetensors --steps 30_000",
      "  ./quorate train --resume ppo-cart-pole-20261121-120000"
    })
public final class TrainCommand implements Callable<Integer> {
  @Mixin private Screen screen;
  @Mixin private Workplace workplace;
  @Mixin private RunOptions options;
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "<world>",
      description = "What to learn, such as cart-pole or pendulum.")
  private @Nullable String world;

  @Option(
      names = "--resume",
      paramLabel = "<run>",
      description = "Go on with a run of runs/ where it stopped, with its own settings.")
  private @Nullable String resumed;

  @Option(
      names = "--algorithm",
      paramLabel = "<name>",
      description = "Such as ppo; one that fits the world when left out.")
  private @Nullable String algorithm;

  @Option(
      names = "--recording",
      paramLabel = "<file>",
      description = "Recorded steps that cql learns from, as ./quorate record makes them.")
  private @Nullable Path recording;

  @Option(
      names = "--preset",
      paramLabel = "<name>",
      description = {
        "sb3: the defaults of Stable-Baselines3 (the default);",
        "zoo: as tuned for this world in RL Baselines3 Zoo;",
        "of mappo and cql tuned: as tuned here for this world (the default), and paper: as their",
        "authors run them."
      })
  private @Nullable String preset;

  @Option(
      names = "--set",
      paramLabel = "<key=value>",
      description = "Change one setting of the algorithm; a wrong key names those there are.")
  private Map<String, String> changes = new LinkedHashMap<>();

  @Option(names = "--seed", paramLabel = "<n>", description = "Of all chance. Default: 1.")
  private long seed = 1;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  TrainCommand() {}

  @Override
  public Integer call() {
    Training training = new Training(workplace, screen, Clock.systemUTC());
    if (resumed != null) {
      refuseSettingsOfTheirOwn();
      return training.resume(resumed);
    }
    if (world == null) {
      throw new ParameterException(
          spec.commandLine(),
          "train must be followed by a world, one of %s, or by --resume and a run"
              .formatted(String.join(", ", WorldNames.all())));
    }
    World wanted = WorldNames.find(world);
    Recipe<?> recipe = algorithm == null ? Recipe.fitting(wanted) : Recipe.named(algorithm, wanted);
    recipe.check(wanted, recording != null);
    Recipe.Ready ready = recipe.ready(preset, wanted, changes);
    RunSettings run = options.settings(workplace.settings().learning());
    return training.begin(recipe, ready, wanted, seed, run, recording);
  }

  /// What a resumed run would have to ignore.
  private void refuseSettingsOfTheirOwn() {
    List<String> fitting = List.of("--resume", "--json", "--settings", "--debug");
    List<String> others =
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .filter(name -> !fitting.contains(name))
            .distinct()
            .toList();
    if (world != null || !others.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--resume goes on with the world and settings that the run began with, so it takes no %s"
              .formatted(world != null ? "world" : String.join(", ", others)));
    }
  }
}
