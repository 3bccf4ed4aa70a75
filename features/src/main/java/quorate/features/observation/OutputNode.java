package quorate.features.observation;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;

/// A further output of an indicator that another node updates.
final class OutputNode extends Node {
  private final Node owner;
  private final Indicator indicator;
  private final int output;

  OutputNode(Node owner, Indicator indicator, int output) {
    super(owner.warmUp);
    this.owner = owner;
    this.indicator = indicator;
    this.output = output;
  }

  @Override
  void update(BarView bar) {
    ready = owner.ready;
    value = indicator.value(output);
  }
}
