package quorate.learning.learner;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import quorate.learning.environment.Simulation;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.environment.World;

/// One line of the table of proofs: an algorithm on a world, with five seeds, judged by the mean
/// return of 20 episodes that it plays without chance from beginnings it has not seen.
///
/// @param returns of the seeds 0 to 4
@SuppressWarnings("ArrayRecordComponent") // read by tests alone
public record FiveSeeds(double[] returns) {
  private static final int SEEDS = 5;
  private static final int EPISODES = 20;

  /// Trains with each seed and prints its return and what it cost.
  public static FiveSeeds of(String name, long steps, World world, LongFunction<Learner> learners) {
    return of(name, steps, () -> Simulation.of(world, 1), learners);
  }

  /// The same in an environment that shows the world otherwise.
  ///
  /// @param unseen makes one of one copy
  public static FiveSeeds of(
      String name, long steps, Supplier<VectorEnvironment> unseen, LongFunction<Learner> learners) {
    double[] returns = new double[SEEDS];
    for (int seed = 0; seed < SEEDS; seed++) {
      long began = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      Learner learner = learners.apply(seed);
      Trials.learn(learner, steps);
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - began;
      returns[seed] = Trials.meanReturn(learner.acting(1), unseen.get(), EPISODES);
      System.out.printf(
          "%s, seed %d: %,d steps, return %.1f, %.0f s of CPU%n",
          name, seed, learner.steps(), returns[seed], spent / 1e9);
    }
    FiveSeeds proven = new FiveSeeds(returns);
    System.out.printf(
        "%s: median %.1f, from %.1f to %.1f%n",
        name,
        proven.median(),
        Arrays.stream(returns).min().orElseThrow(),
        Arrays.stream(returns).max().orElseThrow());
    return proven;
  }

  public double median() {
    double[] sorted = returns.clone();
    Arrays.sort(sorted);
    return sorted[SEEDS / 2];
  }
}
