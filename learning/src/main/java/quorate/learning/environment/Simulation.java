package quorate.learning.environment;

import java.util.Arrays;
import quorate.domain.chance.Philox;
import quorate.learning.state.StateException;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Copies of a [World] behind the doorway: resets them, counts their steps to the time limit and
/// checks the actions.
///
/// Each copy draws its beginnings from a generator of its own, seeded by the seed of the reset and
/// the number of the copy.
public class Simulation implements VectorEnvironment {
  private final World world;
  private final int copies;
  private final int agents;
  private final int timeLimit;
  private final Space actionSpace;
  private final int actionSize;
  private final int observationSize;
  private final int stateSize;

  private final Philox[] chances;
  private final double[] states;
  private final int[] steps;
  private final float[] observations;
  private final float[] finalObservations;
  private final float[] rewards;
  private final byte[] dones;
  private boolean begun;

  Simulation(World world, int copies, int timeLimit) {
    if (copies < 1) {
      throw new IllegalArgumentException(
          "copies must be at least 1, but was %d (%s)".formatted(copies, world.name()));
    }
    if (timeLimit < 1) {
      throw new IllegalArgumentException(
          "the time limit must be at least 1 step, but was %d (%s)"
              .formatted(timeLimit, world.name()));
    }
    this.world = world;
    this.copies = copies;
    this.timeLimit = timeLimit;
    agents = world.agents();
    actionSpace = world.actionSpace();
    actionSize = actionSpace.size();
    observationSize = world.observationSpace().size();
    stateSize = world.stateSize();
    chances = new Philox[copies];
    Arrays.setAll(chances, copy -> Philox.seeded(copy));
    states = new double[copies * stateSize];
    steps = new int[copies];
    int rows = copies * agents;
    observations = new float[rows * observationSize];
    finalObservations = new float[rows * observationSize];
    rewards = new float[rows];
    dones = new byte[rows];
  }

  /// With the world's own time limit.
  ///
  /// @throws IllegalArgumentException when there is not at least one copy
  public static Simulation of(World world, int copies) {
    return new Simulation(world, copies, world.timeLimit());
  }

  /// With another time limit.
  ///
  /// @param timeLimit steps after which an episode is truncated
  /// @throws IllegalArgumentException when there is not at least one copy and one step
  public static Simulation of(World world, int copies, int timeLimit) {
    return new Simulation(world, copies, timeLimit);
  }

  @Override
  public String name() {
    return world.name();
  }

  @Override
  public int copies() {
    return copies;
  }

  @Override
  public int agents() {
    return agents;
  }

  @Override
  public Space.Box observationSpace() {
    return world.observationSpace();
  }

  @Override
  public Space actionSpace() {
    return actionSpace;
  }

  @Override
  public void reset(long seed) {
    for (int copy = 0; copy < copies; copy++) {
      chances[copy] = Philox.seeded(seedOf(seed, copy));
      beginEpisode(copy);
      look(copy, false);
    }
    Arrays.fill(rewards, 0);
    Arrays.fill(dones, RUNNING);
    begun = true;
  }

  @Override
  public void step(float[] actions) {
    check(actions);
    for (int copy = 0; copy < copies; copy++) {
      int row = copy * agents;
      boolean terminated =
          world.step(states, copy * stateSize, actions, row * actionSize, rewards, row);
      steps[copy]++;
      byte done = terminated ? TERMINATED : steps[copy] >= timeLimit ? TRUNCATED : RUNNING;
      for (int agent = 0; agent < agents; agent++) {
        dones[row + agent] = done;
      }
      if (done != RUNNING) {
        look(copy, true);
        beginEpisode(copy);
      }
      look(copy, false);
    }
  }

  @Override
  public float[] observations() {
    return observations;
  }

  @Override
  public float[] rewards() {
    return rewards;
  }

  @Override
  public byte[] dones() {
    return dones;
  }

  @Override
  public float[] finalObservations() {
    return finalObservations;
  }

  /// The state of a copy in double precision, as its world describes it.
  public double[] state(int copy) {
    return Arrays.copyOfRange(states, copy * stateSize, (copy + 1) * stateSize);
  }

  /// Begins an episode of a copy from a state of the caller's choice.
  ///
  /// @throws IllegalArgumentException when the state is not as long as those of this world
  public void begin(int copy, double... state) {
    if (state.length != stateSize) {
      throw new IllegalArgumentException(
          "a state must have %d numbers, but had %d (%s)"
              .formatted(stateSize, state.length, name()));
    }
    System.arraycopy(state, 0, states, copy * stateSize, stateSize);
    steps[copy] = 0;
    look(copy, false);
    begun = true;
  }

  @Override
  public void save(StateWriter out) {
    out.mark("simulation of " + name());
    out.number(timeLimit);
    out.flag(begun);
    out.number(copies);
    for (Philox chance : chances) {
      out.generator(chance);
    }
    out.numbers(states);
    out.numbers(steps);
    out.numbers(finalObservations);
    out.numbers(rewards);
    out.numbers(dones);
  }

  @Override
  public void load(StateReader in) {
    in.mark("simulation of " + name());
    same("time limit", timeLimit, in.integer());
    begun = in.flag();
    same("number of copies", copies, in.integer());
    for (int copy = 0; copy < copies; copy++) {
      chances[copy] = in.generator();
    }
    in.numbers(states);
    in.numbers(steps);
    in.numbers(finalObservations);
    in.numbers(rewards);
    in.numbers(dones);
    for (int copy = 0; copy < copies; copy++) {
      look(copy, false);
    }
  }

  /// Writes what is seen of a copy.
  ///
  /// @param last whether its episode has just ended
  void look(int copy, boolean last) {
    world.observe(
        states,
        copy * stateSize,
        last ? finalObservations : observations,
        copy * agents * observationSize);
  }

  double[] states() {
    return states;
  }

  private void beginEpisode(int copy) {
    world.begin(states, copy * stateSize, chances[copy]);
    steps[copy] = 0;
  }

  private void check(float[] actions) {
    if (!begun) {
      throw new IllegalStateException(
          "an environment must be reset before its first step (" + name() + ")");
    }
    int rows = copies * agents;
    if (actions.length != rows * actionSize) {
      throw new IllegalArgumentException(
          "actions must be %d rows of %d numbers, but were %d numbers (%s)"
              .formatted(rows, actionSize, actions.length, name()));
    }
    for (int row = 0; row < rows; row++) {
      if (!actionSpace.contains(actions, row * actionSize)) {
        throw new IllegalArgumentException(
            "an action must lie in %s, but was %s (%s, copy %d%s)"
                .formatted(
                    actionSpace,
                    actionSpace.describe(actions, row * actionSize),
                    name(),
                    row / agents,
                    agents == 1 ? "" : ", agent " + row % agents));
      }
    }
  }

  private void same(String what, int here, int saved) {
    if (here != saved) {
      throw new StateException(
          "the %s must be that of the saved state, %d, but was %d (%s)"
              .formatted(what, saved, here, name()));
    }
  }

  /// Mixes a seed and the number of a copy so that neighbours of either have keys far apart: the
  /// finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), twice, so that no sum of the two
  /// numbers alone decides.
  private static long seedOf(long seed, int copy) {
    return mixed(mixed(seed) + copy);
  }

  private static long mixed(long number) {
    long z = number + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
