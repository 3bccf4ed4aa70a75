package quorate.app.train;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import quorate.app.home.Workplace;
import quorate.app.terminal.ExitCode;
import quorate.app.terminal.Screen;
import quorate.app.terminal.WholeNumber;
import quorate.app.terminal.WrongNameException;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.World;
import quorate.learning.replay.Recorder;
import quorate.learning.replay.Recording;

/// `quorate record`: what a training run has learned plays, and its steps are kept to learn from.
@Command(
    name = "record",
    description = {
      "Let what a training run has learned play in its world, and keep the steps in a file, from",
      "which ./quorate train <world> --algorithm cql --recording <file> learns without playing."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example:",
      "  ./quorate record ppo-cart-pole-20261121-120000 --into pole.safetensors --random 0.3"
    })
public final class RecordCommand implements Callable<Integer> {
  /// They are held in memory until they are written; most worlds fit into some GB.
  private static final int MOST_STEPS = 100_000_000;

  @Mixin private Screen screen;
  @Mixin private Workplace workplace;

  @Parameters(
      paramLabel = "<run>",
      description = "A training run of runs/, at its last checkpoint.")
  private String run;

  @Option(
      names = "--into",
      required = true,
      paramLabel = "<file>",
      description = "A safetensors file; one that is there is replaced.")
  private Path file;

  @Option(
      names = "--steps",
      paramLabel = "<n>",
      converter = WholeNumber.class,
      description = "How many steps. Default: ${DEFAULT-VALUE}.")
  private long steps = 50_000;

  @Option(
      names = "--random",
      paramLabel = "<share>",
      description =
          "Share of the steps, 0 to 1, whose action is drawn evenly. Default: ${DEFAULT-VALUE}.")
  private double random;

  @Option(names = "--seed", paramLabel = "<n>", description = "Of all chance. Default: 1.")
  private long seed = 1;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields before anything runs
  RecordCommand() {}

  @Override
  public Integer call() {
    int count = count();
    Training.Learned learned = new Training(workplace, screen, Clock.systemUTC()).learned(run);
    World world = learned.world();
    Recording recording;
    try {
      recording =
          new Recorder(random, seed)
              .record(learned.learner().acting(1), Simulation.of(world, 1), count);
    } catch (IllegalArgumentException e) {
      throw new WrongNameException(String.valueOf(e.getMessage()), e);
    }
    recording.write(file, world.name());
    String algorithm = learned.manifest().algorithm();
    screen.line(
        "%s on %s: %,d steps recorded, mean return %.1f; %s"
            .formatted(algorithm, world.name(), count, recording.meanReturn(), file));
    screen.json(told(learned, recording));
    return ExitCode.DONE;
  }

  private int count() {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new WrongNameException(
          "steps must be from 1 to %,d, but were %,d".formatted(MOST_STEPS, steps));
    }
    return (int) steps;
  }

  private Map<String, @Nullable Object> told(Training.Learned learned, Recording recording) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("run", learned.manifest().id());
    map.put("algorithm", learned.manifest().algorithm());
    map.put("world", learned.world().name());
    map.put("steps", recording.size());
    map.put("random", random);
    map.put("seed", seed);
    double mean = recording.meanReturn();
    map.put("return", Double.isNaN(mean) ? null : mean); // no episode was recorded whole
    map.put("file", file.toString());
    return map;
  }
}
