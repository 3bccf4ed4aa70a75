package quorate.learning.mappo;

import quorate.learning.environment.RunningMoments;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;
import quorate.learning.state.Stateful;

/// Between returns and what the critic learns: returns less their running mean, divided by their
/// running deviation, or the returns themselves.
final class ValueScale implements Stateful {
  private final RunningMoments moments = new RunningMoments(1);
  private final boolean active;

  ValueScale(boolean active) {
    this.active = active;
  }

  /// Takes returns in, and then brings them to the critic's scale.
  void learn(float[] returns) {
    if (active) {
      moments.update(returns, returns.length, "returns");
      double deviation = deviation();
      for (int i = 0; i < returns.length; i++) {
        returns[i] = (float) ((returns[i] - moments.mean(0)) / deviation);
      }
    }
  }

  /// What the critic says as returns.
  void restore(float[] said, float[] into) {
    double deviation = active ? deviation() : 1;
    double mean = active ? moments.mean(0) : 0;
    for (int i = 0; i < said.length; i++) {
      into[i] = (float) (said[i] * deviation + mean);
    }
  }

  /// The floor of the paper's authors, for returns that hardly vary.
  private double deviation() {
    return Math.sqrt(Math.max(moments.variance(0), 1e-2));
  }

  @Override
  public void save(StateWriter out) {
    moments.save(out);
  }

  @Override
  public void load(StateReader in) {
    moments.load(in);
  }
}
