package quorate.features.observation;

import quorate.features.indicator.BarView;

/// `distance(a, b, unit)` = (a − b) / unit, such as a distance in ATR; 0 where the unit is 0.
final class DistanceNode extends Node {
  private final Node a;
  private final Node b;
  private final Node unit;

  DistanceNode(Node a, Node b, Node unit) {
    super(Math.max(Math.max(a.warmUp, b.warmUp), unit.warmUp));
    this.a = a;
    this.b = b;
    this.unit = unit;
  }

  @Override
  void update(BarView bar) {
    value = unit.value == 0 ? 0 : (a.value - b.value) / unit.value;
    ready = a.ready && b.ready && unit.ready;
  }
}
