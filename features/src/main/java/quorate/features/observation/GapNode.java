package quorate.features.observation;

import quorate.features.indicator.BarView;

/// `gap(a, b)` = (a − b) / |b|; 0 where b is 0. Its sign is exactly that of a − b.
final class GapNode extends Node {
  private final Node a;
  private final Node b;

  GapNode(Node a, Node b) {
    super(Math.max(a.warmUp, b.warmUp));
    this.a = a;
    this.b = b;
  }

  @Override
  void update(BarView bar) {
    double base = Math.abs(b.value);
    value = base == 0 ? 0 : (a.value - b.value) / base;
    ready = a.ready && b.ready;
  }
}
