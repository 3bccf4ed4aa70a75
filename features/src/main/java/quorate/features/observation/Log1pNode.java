package quorate.features.observation;

import quorate.features.indicator.BarView;

/// `log1p(x)` = log(1 + x), the logarithm of volumes.
final class Log1pNode extends Node {
  private final Node x;
  private final String feature;

  Log1pNode(Node x, String feature) {
    super(x.warmUp);
    this.x = x;
    this.feature = feature;
  }

  @Override
  void update(BarView bar) {
    ready = x.ready;
    if (!ready) {
      return;
    }
    if (!(x.value > -1)) {
      throw new ArithmeticException(
          "argument of log1p must be above -1, but was %s (feature \"%s\")"
              .formatted(x.value, feature));
    }
    value = StrictMath.log1p(x.value);
  }
}
