package quorate.features.observation;

import quorate.features.indicator.BarView;

/// A function of two nodes, such as `add(a, b)`.
final class OperationNode extends Node {
  private final Operation operation;
  private final Node a;
  private final Node b;

  OperationNode(Operation operation, Node a, Node b) {
    super(Math.max(a.warmUp, b.warmUp));
    this.operation = operation;
    this.a = a;
    this.b = b;
  }

  @Override
  void update(BarView bar) {
    ready = a.ready && b.ready;
    if (ready) {
      value = operation.of(a.value, b.value);
    }
  }
}
