package quorate.learning.environment;

import java.util.List;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.weights.NamedTensor;

/// Observations less their running mean, divided by their running deviation, clipped to ±10, as
/// Stable-Baselines3's `VecNormalize`: `(o − μ) / √(σ² + 1e-8)`.
///
/// While it learns, μ and σ² take in the observations of every reset and step before these are
/// normalised; final observations are normalised but not taken in. Frozen, they stay as they are,
/// and belong to whoever learns them: they are no part of the state then.
public final class NormalisedObservations extends Wrapper {
  static final double CLIP = 10;
  static final double EPSILON = 1e-8;

  private final RunningMoments moments;
  private final boolean learns;
  private final String whose;
  private final Space.Box space;
  private final double[] scale;
  private final float[] observations;
  private final float[] finalObservations;

  private NormalisedObservations(VectorEnvironment inner, RunningMoments moments, boolean learns) {
    super(inner);
    int size = inner.observationSpace().size();
    if (moments.columns() != size) {
      throw new IllegalArgumentException(
          "moments must have the %d columns of an observation, but had %d (%s)"
              .formatted(size, moments.columns(), inner.name()));
    }
    this.moments = moments;
    this.learns = learns;
    whose = "observations of " + inner.name();
    space = Space.box((float) -CLIP, (float) CLIP, size);
    scale = new double[size];
    observations = new float[inner.rows() * size];
    finalObservations = new float[inner.rows() * size];
  }

  /// Learns the moments from what passes.
  public static NormalisedObservations learning(VectorEnvironment inner) {
    return new NormalisedObservations(
        inner, new RunningMoments(inner.observationSpace().size()), true);
  }

  /// Uses moments learnt elsewhere as they are at each moment, and never changes them: for
  /// evaluation.
  ///
  /// @throws IllegalArgumentException when they are of observations of another size
  public static NormalisedObservations frozen(VectorEnvironment inner, RunningMoments moments) {
    return new NormalisedObservations(inner, moments, false);
  }

  public RunningMoments moments() {
    return moments;
  }

  /// Normalises observations from elsewhere by the moments as they are now, and learns nothing from
  /// them. Allocates nothing.
  ///
  /// @param from `float[rows][observation]`, of any number of rows
  /// @param into takes as many
  public void normalise(float[] from, float[] into) {
    measure();
    normalise(from, into, 0, from.length / scale.length);
  }

  /// The moments as a model's file has them: `observations.mean` and `observations.deviation`, μ
  /// and √(σ² + 1e-8) of each column.
  public List<NamedTensor> tensors() {
    int size = scale.length;
    float[] means = new float[size];
    float[] deviations = new float[size];
    measure();
    for (int column = 0; column < size; column++) {
      means[column] = (float) moments.mean(column);
      deviations[column] = (float) scale[column];
    }
    int[] shape = {size};
    return List.of(
        new NamedTensor("observations.mean", shape, means),
        new NamedTensor("observations.deviation", shape, deviations));
  }

  @Override
  public Space.Box observationSpace() {
    return space;
  }

  @Override
  public void reset(long seed) {
    inner.reset(seed);
    take();
  }

  @Override
  public void step(float[] actions) {
    inner.step(actions);
    take();
    byte[] dones = inner.dones();
    for (int row = 0; row < dones.length; row++) {
      if (dones[row] != RUNNING) {
        normalise(inner.finalObservations(), finalObservations, row, row + 1);
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
    out.mark("normalised observations");
    if (learns) {
      moments.save(out);
    }
    out.numbers(observations);
    out.numbers(finalObservations);
  }

  @Override
  public void load(StateReader in) {
    inner.load(in);
    in.mark("normalised observations");
    if (learns) {
      moments.load(in);
    }
    in.numbers(observations);
    in.numbers(finalObservations);
  }

  private void take() {
    if (learns) {
      moments.update(inner.observations(), rows(), whose);
    }
    measure();
    normalise(inner.observations(), observations, 0, rows());
  }

  private void measure() {
    for (int column = 0; column < scale.length; column++) {
      scale[column] = Math.sqrt(moments.variance(column) + EPSILON);
    }
  }

  private void normalise(float[] from, float[] into, int firstRow, int endRow) {
    int size = scale.length;
    for (int row = firstRow; row < endRow; row++) {
      for (int column = 0; column < size; column++) {
        int i = row * size + column;
        double value = (from[i] - moments.mean(column)) / scale[column];
        into[i] = (float) Math.clamp(value, -CLIP, CLIP);
      }
    }
  }
}
