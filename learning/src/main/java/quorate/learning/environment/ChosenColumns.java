package quorate.learning.environment;

import java.util.Arrays;
import quorate.learning.state.StateReader;

/// Some columns of the observations, the others hidden: CartPole without its speeds is columns 0
/// and 2.
public final class ChosenColumns extends Wrapper {
  private final int[] columns;
  private final int innerSize;
  private final Space.Box space;
  private final float[] observations;
  private final float[] finalObservations;

  /// @param columns of the environment inside, in the order in which they are to be seen
  /// @throws IllegalArgumentException when there are none or one is not there
  public ChosenColumns(VectorEnvironment inner, int... columns) {
    super(inner);
    innerSize = inner.observationSpace().size();
    if (columns.length == 0
        || Arrays.stream(columns).anyMatch(column -> column < 0 || column >= innerSize)) {
      throw new IllegalArgumentException(
          "columns must be among the %d of an observation, at least one, but were %s (%s)"
              .formatted(innerSize, Arrays.toString(columns), inner.name()));
    }
    this.columns = columns.clone();
    float[] low = new float[columns.length];
    float[] high = new float[columns.length];
    choose(inner.observationSpace().low(), 0, low);
    choose(inner.observationSpace().high(), 0, high);
    space = new Space.Box(low, high);
    observations = new float[inner.rows() * columns.length];
    finalObservations = new float[inner.rows() * columns.length];
  }

  @Override
  public Space.Box observationSpace() {
    return space;
  }

  @Override
  public void reset(long seed) {
    inner.reset(seed);
    look();
  }

  @Override
  public void step(float[] actions) {
    inner.step(actions);
    look();
  }

  @Override
  public float[] observations() {
    return observations;
  }

  @Override
  public float[] finalObservations() {
    return finalObservations;
  }

  @Override
  public void load(StateReader in) {
    inner.load(in);
    look();
  }

  private void look() {
    byte[] dones = inner.dones();
    for (int row = 0; row < dones.length; row++) {
      choose(inner.observations(), row, observations);
      if (dones[row] != RUNNING) {
        choose(inner.finalObservations(), row, finalObservations);
      }
    }
  }

  private void choose(float[] from, int row, float[] into) {
    for (int i = 0; i < columns.length; i++) {
      into[row * columns.length + i] = from[row * innerSize + columns[i]];
    }
  }
}
