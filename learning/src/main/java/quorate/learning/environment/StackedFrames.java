package quorate.learning.environment;

import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// The newest observations of an episode side by side, oldest first: `float[rows][frames][size]`.
///
/// The first observation of an episode fills all places before it.
public final class StackedFrames extends Wrapper {
  private final int frames;
  private final int size;
  private final Space.Box space;
  private final float[] observations;
  private final float[] finalObservations;

  /// @param frames how many, at least 1
  /// @throws IllegalArgumentException when there is not at least one
  public StackedFrames(VectorEnvironment inner, int frames) {
    super(inner);
    if (frames < 1) {
      throw new IllegalArgumentException(
          "frames must be at least 1, but was %d (%s)".formatted(frames, inner.name()));
    }
    this.frames = frames;
    size = inner.observationSpace().size();
    float[] low = new float[frames * size];
    float[] high = new float[frames * size];
    for (int frame = 0; frame < frames; frame++) {
      System.arraycopy(inner.observationSpace().low(), 0, low, frame * size, size);
      System.arraycopy(inner.observationSpace().high(), 0, high, frame * size, size);
    }
    space = new Space.Box(low, high);
    observations = new float[inner.rows() * frames * size];
    finalObservations = new float[inner.rows() * frames * size];
  }

  @Override
  public Space.Box observationSpace() {
    return space;
  }

  @Override
  public void reset(long seed) {
    inner.reset(seed);
    for (int row = 0; row < rows(); row++) {
      fill(row);
    }
  }

  @Override
  public void step(float[] actions) {
    inner.step(actions);
    byte[] dones = inner.dones();
    for (int row = 0; row < dones.length; row++) {
      if (dones[row] == RUNNING) {
        push(inner.observations(), row, observations);
      } else {
        push(inner.finalObservations(), row, finalObservations);
        fill(row);
      }
    }
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
  public void save(StateWriter out) {
    inner.save(out);
    out.mark("stacked frames");
    out.numbers(observations);
    out.numbers(finalObservations);
  }

  @Override
  public void load(StateReader in) {
    inner.load(in);
    in.mark("stacked frames");
    in.numbers(observations);
    in.numbers(finalObservations);
  }

  private void fill(int row) {
    for (int frame = 0; frame < frames; frame++) {
      int to = (row * frames + frame) * size;
      System.arraycopy(inner.observations(), row * size, observations, to, size);
    }
  }

  /// Writes the row's stack without its oldest frame and with a new one.
  private void push(float[] newest, int row, float[] into) {
    int at = row * frames * size;
    System.arraycopy(observations, at + size, into, at, (frames - 1) * size);
    System.arraycopy(newest, row * size, into, at + (frames - 1) * size, size);
  }
}
