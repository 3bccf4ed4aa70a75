package quorate.app.train;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import quorate.app.settings.LearningSettings;
import quorate.app.terminal.WholeNumber;
import quorate.app.terminal.WrongNameException;
import quorate.learning.run.RunSettings;

/// How long a run is, how often it is kept and evaluated, and what ends it early.
final class RunOptions {
  @Option(
      names = "--steps",
      paramLabel = "<n>",
      converter = WholeNumber.class,
      description =
          "Steps of all copies of the world; of cql, steps of the optimiser. Default: ${DEFAULT-VALUE}.")
  private long steps = 100_000;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "<steps>",
      converter = WholeNumber.class,
      description = "Instead of learning.checkpoint_every_steps.")
  private @Nullable Long checkpointEvery;

  @Option(
      names = "--evaluate-every",
      paramLabel = "<steps>",
      converter = WholeNumber.class,
      description = "Instead of learning.evaluate_every_steps.")
  private @Nullable Long evaluateEvery;

  @Option(
      names = "--episodes",
      paramLabel = "<n>",
      description = "Of an evaluation, instead of learning.evaluation_episodes.")
  private @Nullable Integer episodes;

  @Option(
      names = "--stop-at",
      paramLabel = "<return>",
      description = "Stop as soon as an evaluation reaches this mean return.")
  private @Nullable Double stopAt;

  @Option(
      names = "--patience",
      paramLabel = "<n>",
      description = "Stop after so many evaluations without a better one. Default: 0, never.")
  private int patience;

  /// @param usual for what was not given
  /// @throws WrongNameException when a number is out of its range
  RunSettings settings(LearningSettings usual) {
    try {
      return new RunSettings(
          steps,
          usual.logEverySteps(),
          checkpointEvery == null ? usual.checkpointEverySteps() : checkpointEvery,
          evaluateEvery == null ? usual.evaluateEverySteps() : evaluateEvery,
          episodes == null ? usual.evaluationEpisodes() : episodes,
          stopAt,
          patience,
          usual.lossBound());
    } catch (IllegalArgumentException e) {
      throw new WrongNameException(String.valueOf(e.getMessage()), e);
    }
  }
}
