package quorate.features.observation;

import quorate.features.indicator.BarView;

/// A number that stays.
final class ConstantNode extends Node {
  ConstantNode(double constant) {
    super(0);
    value = constant;
    ready = true;
  }

  @Override
  void update(BarView bar) {}
}
