package quorate.learning.environment;

import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// Copies of a [MultiAgentWorld] behind the doorway.
public final class MultiAgentSimulation extends Simulation implements MultiAgentEnvironment {
  private final MultiAgentWorld world;
  private final int centralSize;
  private final int masksPerCopy;
  private final float[] centralStates;
  private final float[] finalCentralStates;
  private final byte[] actionMasks;

  private MultiAgentSimulation(MultiAgentWorld world, int copies, int timeLimit) {
    super(world, copies, timeLimit);
    this.world = world;
    centralSize = world.centralStateSize();
    centralStates = new float[copies * centralSize];
    finalCentralStates = new float[copies * centralSize];
    masksPerCopy = world.hasActionMasks() ? world.agents() * world.actionSpace().choices() : 0;
    actionMasks = new byte[copies * masksPerCopy];
  }

  /// With the world's own time limit.
  ///
  /// @throws IllegalArgumentException when there is not at least one copy
  public static MultiAgentSimulation of(MultiAgentWorld world, int copies) {
    return new MultiAgentSimulation(world, copies, world.timeLimit());
  }

  /// With another time limit.
  ///
  /// @param timeLimit steps after which an episode is truncated
  /// @throws IllegalArgumentException when there is not at least one copy and one step
  public static MultiAgentSimulation of(MultiAgentWorld world, int copies, int timeLimit) {
    return new MultiAgentSimulation(world, copies, timeLimit);
  }

  @Override
  public int centralStateSize() {
    return centralSize;
  }

  @Override
  public float[] centralStates() {
    return centralStates;
  }

  @Override
  public float[] finalCentralStates() {
    return finalCentralStates;
  }

  @Override
  public boolean hasActionMasks() {
    return masksPerCopy > 0;
  }

  @Override
  public byte[] actionMasks() {
    return actionMasks;
  }

  @Override
  public void save(StateWriter out) {
    super.save(out);
    out.numbers(finalCentralStates);
  }

  @Override
  public void load(StateReader in) {
    super.load(in);
    in.numbers(finalCentralStates);
  }

  @Override
  void look(int copy, boolean last) {
    super.look(copy, last);
    int at = copy * world.stateSize();
    world.centralState(states(), at, last ? finalCentralStates : centralStates, copy * centralSize);
    if (masksPerCopy > 0 && !last) {
      world.actionMasks(states(), at, actionMasks, copy * masksPerCopy);
    }
  }
}
