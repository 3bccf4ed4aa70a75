package quorate.learning.environment;

import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// An environment that counts its episodes and refuses numbers that are not finite, so that a
/// broken world is found in its first wrong step and not in the weights it has spoilt.
///
/// Lies next to the world, beneath any normalisation. A step allocates nothing.
public sealed class WatchedEpisodes extends Wrapper permits WatchedTeam {
  private final EpisodeStatistics statistics;

  /// @param window how many of the newest episodes count in the means
  public WatchedEpisodes(VectorEnvironment inner, int window) {
    super(inner);
    statistics = new EpisodeStatistics(inner.rows(), window);
  }

  /// Of all episodes that have ended.
  public EpisodeStatistics statistics() {
    return statistics;
  }

  /// @throws NotFiniteException when an observation is NaN or infinite
  @Override
  public void reset(long seed) {
    inner.reset(seed);
    statistics.abandon();
    check("an observation", inner.observations());
  }

  /// @throws NotFiniteException when an observation or a reward is NaN or infinite
  @Override
  public void step(float[] actions) {
    inner.step(actions);
    check("an observation", inner.observations());
    check("a reward", inner.rewards());
    checkEnds();
    statistics.observe(inner.rewards(), inner.dones());
  }

  private void check(String what, float[] values) {
    int columns = values.length / rows();
    for (int row = 0; row < rows(); row++) {
      check(what, values, columns, row);
    }
  }

  /// The last observations of episodes that have just ended, which a learner bootstraps from.
  private void checkEnds() {
    byte[] dones = inner.dones();
    for (int row = 0; row < dones.length; row++) {
      if (dones[row] != RUNNING) {
        float[] last = inner.finalObservations();
        check("a last observation", last, last.length / dones.length, row);
      }
    }
  }

  final void check(String what, float[] values, int columns, int row) {
    for (int column = 0; column < columns; column++) {
      float value = values[row * columns + column];
      if (!Float.isFinite(value)) {
        throw new NotFiniteException(
            "%s must be finite, but was %s (%s, row %d, number %d)"
                .formatted(what, value, name(), row, column));
      }
    }
  }

  @Override
  public void save(StateWriter out) {
    inner.save(out);
    out.mark("watched episodes");
    statistics.save(out);
  }

  @Override
  public void load(StateReader in) {
    inner.load(in);
    in.mark("watched episodes");
    statistics.load(in);
  }
}
