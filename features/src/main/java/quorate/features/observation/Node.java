package quorate.features.observation;

import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// One number that is worked out anew for each bar, after the nodes it is made of.
///
/// A class with fields rather than an interface, so that reading a node is reading a field.
abstract class Node implements Stateful {
  /// After the last bar; meaningful when ready.
  double value;

  /// Once so it stays so.
  boolean ready;

  /// The one way to write what it computes, defaults filled in; given when it joins its set.
  String key = "";

  /// Bars until it is ready, at the least if an indicator's warm-up varies.
  final int warmUp;

  Node(int warmUp) {
    this.warmUp = warmUp;
  }

  abstract void update(BarView bar);

  @Override
  public void state(StateCodec codec) {
    value = codec.real(value);
    ready = codec.flag(ready);
  }
}
