package quorate.app.train;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quorate.app.terminal.WrongNameException;
import quorate.learning.environment.EpisodeStatistics;
import quorate.learning.environment.MultiAgentEnvironment;
import quorate.learning.environment.MultiAgentSimulation;
import quorate.learning.environment.MultiAgentWorld;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.WatchedEpisodes;
import quorate.learning.environment.WatchedTeam;
import quorate.learning.environment.World;
import quorate.learning.kernel.Kernels;
import quorate.learning.learner.Learner;
import quorate.learning.replay.Recording;
import quorate.learning.run.Trainee;

/// What is to be learned, for how long and by which chance.
///
/// @param kernels that do the arithmetic
/// @param world to be learned
/// @param steps of all copies
/// @param seed of all chance
/// @param episodes of an evaluation
/// @param recording to learn from, where playing is not learned from
record Task(
    Kernels kernels,
    World world,
    long steps,
    long seed,
    int episodes,
    @Nullable Recording recording) {
  /// How many of the newest episodes count in the return that is shown while training, as
  /// Stable-Baselines3.
  private static final int WINDOW = 100;

  /// How algorithms are made, as their constructors have it.
  @FunctionalInterface
  interface Algorithm<S> {
    Learner learner(
        Kernels kernels, VectorEnvironment environment, S settings, long steps, long seed);
  }

  /// A learner for this task.
  <S> Learner with(Algorithm<S> algorithm, VectorEnvironment environment, S settings) {
    return algorithm.learner(kernels, environment, settings, steps, seed);
  }

  /// A learner that is watched, and an environment of its own for evaluation.
  ///
  /// @param copies that the learner plays in
  /// @param maker makes the learner in its environment
  Trainee trainee(int copies, Function<VectorEnvironment, Learner> maker) {
    WatchedEpisodes environment = environment(copies);
    return new Trainee(maker.apply(environment), environment.statistics(), environment(episodes));
  }

  /// The same for a team.
  ///
  /// @throws ClassCastException when the world has a single agent
  Trainee team(int copies, Function<MultiAgentEnvironment, Learner> maker) {
    MultiAgentWorld several = (MultiAgentWorld) world;
    WatchedTeam environment = new WatchedTeam(MultiAgentSimulation.of(several, copies), WINDOW);
    WatchedTeam evaluation = new WatchedTeam(MultiAgentSimulation.of(several, episodes), WINDOW);
    return new Trainee(maker.apply(environment), environment.statistics(), evaluation);
  }

  /// The same from the recording alone; only evaluations play.
  ///
  /// @throws WrongNameException when what was seen there is not what the world shows
  Trainee offline(Function<Recording, Learner> maker) {
    Recording steps = Objects.requireNonNull(recording, "a recording must have been named");
    int shown = world.observationSpace().size();
    if (steps.observationSize() != shown) {
      throw new WrongNameException(
          "recorded observations must have the %d numbers of %s, but had %d"
              .formatted(shown, WorldNames.of(world), steps.observationSize()));
    }
    return new Trainee(maker.apply(steps), new EpisodeStatistics(1, 1), environment(episodes));
  }

  private WatchedEpisodes environment(int copies) {
    return new WatchedEpisodes(Simulation.of(world, copies), WINDOW);
  }
}
