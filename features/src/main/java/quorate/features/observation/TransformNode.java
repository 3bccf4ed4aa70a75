package quorate.features.observation;

import quorate.features.indicator.BarView;

/// A function of one node, such as `ln(x)`.
final class TransformNode extends Node {
  private final Transform transform;
  private final Node x;
  private final String feature;

  TransformNode(Transform transform, Node x, String feature) {
    super(x.warmUp);
    this.transform = transform;
    this.x = x;
    this.feature = feature;
  }

  @Override
  void update(BarView bar) {
    ready = x.ready;
    if (ready) {
      value = transform.of(x.value, feature);
    }
  }
}
