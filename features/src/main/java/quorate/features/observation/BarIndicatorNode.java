package quorate.features.observation;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;

/// An indicator that follows the bars.
final class BarIndicatorNode extends IndicatorNode {
  private final Indicator indicator;

  BarIndicatorNode(Indicator indicator) {
    super(indicator.warmUp());
    this.indicator = indicator;
  }

  @Override
  void update(BarView bar) {
    indicator.update(bar);
    ready = indicator.ready();
    value = indicator.value();
  }

  @Override
  Indicator indicator() {
    return indicator;
  }
}
