package quorate.learning.replay;

import java.util.ArrayList;
import java.util.List;
import quorate.learning.environment.Space;
import quorate.learning.environment.VectorEnvironment;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// An environment whose steps are recorded, whoever plays in it: put it around the one that a
/// learner is given and its whole run, exploration and all, becomes a data set.
///
/// Episodes are recorded whole, one after the other in the order in which they end, so that copies
/// which are stepped together do not get mixed up; one that was still under way is left out. What
/// is recorded is what the player saw: put it outside any normalisation. It is no part of the saved
/// state, and after `load` or [#reset] the episode under way is left out. Not for use by two
/// threads.
public final class RecordedSteps implements VectorEnvironment {
  private final VectorEnvironment inner;
  private final Recording whole;
  private final List<Recording> underWay = new ArrayList<>();
  private final boolean[] known;

  /// @param inner is stepped
  public RecordedSteps(VectorEnvironment inner) {
    this.inner = inner;
    whole = empty();
    for (int row = 0; row < inner.rows(); row++) {
      underWay.add(empty());
    }
    known = new boolean[inner.rows()];
  }

  private Recording empty() {
    return new Recording(inner.observationSpace().size(), inner.actionSpace().size());
  }

  /// All episodes that have ended; it grows.
  public Recording recording() {
    return whole;
  }

  @Override
  public void step(float[] actions) {
    float[] seen = inner.observations().clone();
    inner.step(actions);
    for (int row = 0; row < known.length; row++) {
      if (known[row]) {
        underWay.get(row).add(seen, actions, inner, row);
      }
      if (inner.dones()[row] != RUNNING) {
        whole.addAll(underWay.get(row));
        underWay.set(row, empty());
        known[row] = true;
      }
    }
  }

  @Override
  public void reset(long seed) {
    inner.reset(seed);
    forget(true);
  }

  /// @param begins whether all episodes are at their beginning
  private void forget(boolean begins) {
    for (int row = 0; row < known.length; row++) {
      underWay.set(row, empty());
      known[row] = begins;
    }
  }

  @Override
  public void load(StateReader in) {
    inner.load(in);
    forget(false);
  }

  @Override
  public void save(StateWriter out) {
    inner.save(out);
  }

  @Override
  public String name() {
    return inner.name();
  }

  @Override
  public int copies() {
    return inner.copies();
  }

  @Override
  public int agents() {
    return inner.agents();
  }

  @Override
  public Space.Box observationSpace() {
    return inner.observationSpace();
  }

  @Override
  public Space actionSpace() {
    return inner.actionSpace();
  }

  @Override
  public float[] observations() {
    return inner.observations();
  }

  @Override
  public float[] rewards() {
    return inner.rewards();
  }

  @Override
  public byte[] dones() {
    return inner.dones();
  }

  @Override
  public float[] finalObservations() {
    return inner.finalObservations();
  }
}
