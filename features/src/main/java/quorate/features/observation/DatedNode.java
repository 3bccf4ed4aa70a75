package quorate.features.observation;

import quorate.features.asof.DatedFeature;
import quorate.features.indicator.BarView;

/// A number of the surroundings as it was known at the bar's end; [FeatureSet] has moved them
/// there.
final class DatedNode extends Node {
  private final DatedFeature feature;

  DatedNode(DatedFeature feature) {
    super(1);
    this.feature = feature;
  }

  @Override
  void update(BarView bar) {
    ready = feature.ready();
    if (ready) {
      value = feature.value();
    }
  }
}
