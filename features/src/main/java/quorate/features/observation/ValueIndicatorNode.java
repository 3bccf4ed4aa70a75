package quorate.features.observation;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.ValueIndicator;

/// An indicator that follows another node, from the first bar at which that is ready.
final class ValueIndicatorNode extends IndicatorNode {
  private final ValueIndicator indicator;
  private final Node source;

  ValueIndicatorNode(ValueIndicator indicator, Node source) {
    super(Math.max(source.warmUp, 1) - 1 + indicator.warmUp());
    this.indicator = indicator;
    this.source = source;
  }

  @Override
  void update(BarView bar) {
    if (source.ready) {
      indicator.update(source.value);
      ready = indicator.ready();
      value = indicator.value();
    }
  }

  @Override
  Indicator indicator() {
    return indicator;
  }
}
