package quorate.features.observation;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.PairIndicator;

/// An indicator that follows two other nodes, from the first bar at which both are ready.
final class PairIndicatorNode extends IndicatorNode {
  private final PairIndicator indicator;
  private final Node x;
  private final Node y;

  PairIndicatorNode(PairIndicator indicator, Node x, Node y) {
    super(Math.max(Math.max(x.warmUp, y.warmUp), 1) - 1 + indicator.warmUp());
    this.indicator = indicator;
    this.x = x;
    this.y = y;
  }

  @Override
  void update(BarView bar) {
    if (x.ready && y.ready) {
      indicator.update(x.value, y.value);
      ready = indicator.ready();
      value = indicator.value();
    }
  }

  @Override
  Indicator indicator() {
    return indicator;
  }
}
