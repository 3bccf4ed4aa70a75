package quorate.features.observation;

import quorate.features.indicator.BarView;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// `lag(x, n)`: x as it was n bars ago.
final class LagNode extends Node {
  private final Node x;
  private final Window past;

  LagNode(Node x, int bars) {
    super(Math.max(x.warmUp, 1) + bars);
    this.x = x;
    this.past = new Window(bars);
  }

  @Override
  void update(BarView bar) {
    if (x.ready) {
      ready = past.full();
      value = past.push(x.value);
    }
  }

  @Override
  public void state(StateCodec codec) {
    super.state(codec);
    past.state(codec);
  }
}
