package quorate.learning.environment;

/// [WatchedEpisodes] of several agents: what a central critic sees is watched too, and which
/// choices are open passes through.
public final class WatchedTeam extends WatchedEpisodes implements MultiAgentEnvironment {
  private final MultiAgentEnvironment team;

  /// @param window how many of the newest episodes count in the means, one for each agent
  public WatchedTeam(MultiAgentEnvironment inner, int window) {
    super(inner, window);
    team = inner;
  }

  @Override
  public int agents() {
    return team.agents();
  }

  @Override
  public int centralStateSize() {
    return team.centralStateSize();
  }

  @Override
  public float[] centralStates() {
    return team.centralStates();
  }

  @Override
  public float[] finalCentralStates() {
    return team.finalCentralStates();
  }

  @Override
  public boolean hasActionMasks() {
    return team.hasActionMasks();
  }

  @Override
  public byte[] actionMasks() {
    return team.actionMasks();
  }

  /// @throws NotFiniteException when an observation or a central state is NaN or infinite
  @Override
  public void reset(long seed) {
    super.reset(seed);
    checkCopies("a central state", team.centralStates());
  }

  /// @throws NotFiniteException when an observation, a reward or a central state is NaN or infinite
  @Override
  public void step(float[] actions) {
    super.step(actions);
    checkCopies("a central state", team.centralStates());
    for (int copy = 0; copy < copies(); copy++) {
      if (team.dones()[copy * agents()] != RUNNING) {
        check("a last central state", team.finalCentralStates(), centralStateSize(), copy);
      }
    }
  }

  private void checkCopies(String what, float[] values) {
    for (int copy = 0; copy < copies(); copy++) {
      check(what, values, centralStateSize(), copy);
    }
  }
}
