package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// How far a series came in its last n changes and how long the way was: the net change and the sum
/// of the changes' sizes; O(1) an update.
public final class RollingPath implements Stateful {
  private final Window values;
  private final RollingSum steps;
  private double previous;
  private double net;
  private boolean started;

  /// @param changes at least 1
  public RollingPath(int changes) {
    values = new Window(changes);
    steps = new RollingSum(changes);
  }

  public void update(double value) {
    if (started) {
      steps.update(Math.abs(value - previous));
    }
    net = value - values.push(value);
    previous = value;
    started = true;
  }

  /// The last value − the value n changes ago.
  public double net() {
    return net;
  }

  /// Σ |change|, at least |net| but for rounding; exactly 0 when nothing moved.
  public double length() {
    return steps.value();
  }

  /// After n + 1 values.
  public boolean ready() {
    return steps.ready();
  }

  /// How many changes it looks at.
  public int size() {
    return steps.size();
  }

  @Override
  public void state(StateCodec codec) {
    values.state(codec);
    steps.state(codec);
    previous = codec.real(previous);
    net = codec.real(net);
    started = codec.flag(started);
  }
}
