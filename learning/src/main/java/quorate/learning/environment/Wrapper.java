package quorate.learning.environment;

import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// An environment around another, which passes on what it does not change.
abstract class Wrapper implements VectorEnvironment {
  final VectorEnvironment inner;

  Wrapper(VectorEnvironment inner) {
    this.inner = inner;
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
  public void reset(long seed) {
    inner.reset(seed);
  }

  @Override
  public void step(float[] actions) {
    inner.step(actions);
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

  @Override
  public void save(StateWriter out) {
    inner.save(out);
  }

  @Override
  public void load(StateReader in) {
    inner.load(in);
  }
}
