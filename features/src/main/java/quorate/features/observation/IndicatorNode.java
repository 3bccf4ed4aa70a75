package quorate.features.observation;

import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// An indicator; its value is the first output.
abstract class IndicatorNode extends Node {
  IndicatorNode(int warmUp) {
    super(warmUp);
  }

  abstract Indicator indicator();

  @Override
  public void state(StateCodec codec) {
    super.state(codec);
    indicator().state(codec);
  }
}
