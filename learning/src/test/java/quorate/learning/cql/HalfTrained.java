package quorate.learning.cql;

import quorate.learning.environment.Simulation;
import quorate.learning.environment.World;
import quorate.learning.learner.Learner;
import quorate.learning.learner.Trials;
import quorate.learning.replay.Recorder;
import quorate.learning.replay.Recording;

/// A documented data set and the policy that it must be possible to come closer to: 50,000 steps of
/// a half-trained policy without chance of its own, 30 % of them with an action drawn evenly
/// instead.
///
/// Half-trained is the first policy of the run, looked at every so many steps, whose mean return
/// over 20 episodes lies in a band; the expert is the last policy of the same run.
///
/// @param recording the data set
/// @param expert the mean return of the expert over 20 episodes
/// @param random that of actions drawn evenly, over 50,000 steps
record HalfTrained(Recording recording, double expert, double random) {
  private static final int STEPS = 50_000;
  private static final double RANDOM = 0.3;
  private static final int EPISODES = 20;

  /// @param learner has just begun to learn the world
  /// @param every steps after which it is looked at
  /// @param least of the band
  /// @param most of the band
  /// @param last steps of the run
  /// @param seed of the recording
  static HalfTrained of(
      Learner learner, World world, int every, double least, double most, long last, long seed) {
    double reached = Double.NaN;
    for (long at = every; !(reached >= least && reached <= most); at += every) {
      if (at > last) {
        throw new IllegalStateException(
            "no policy with a return from %s to %s was met (%s, seed %d)"
                .formatted(least, most, world.name(), seed));
      }
      Trials.learn(learner, at);
      reached = Trials.meanReturn(learner, world, EPISODES);
    }
    System.out.printf(
        "%s, seed %d: half-trained after %,d steps, return %.0f%n",
        world.name(), seed, learner.steps(), reached);
    Recording recording = record(learner, world, RANDOM, seed);
    double random = record(learner, world, 1, seed).meanReturn();
    Trials.learn(learner, last);
    return new HalfTrained(recording, Trials.meanReturn(learner, world, EPISODES), random);
  }

  private static Recording record(Learner learner, World world, double random, long seed) {
    return new Recorder(random, seed).record(learner.acting(1), Simulation.of(world, 1), STEPS);
  }
}
