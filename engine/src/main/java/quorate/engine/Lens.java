package quorate.engine;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.Bar;
import quorate.domain.Instrument;
import quorate.domain.Timeframe;
import quorate.domain.View;
import quorate.features.indicator.MutableBar;
import quorate.features.observation.FeatureSet;
import quorate.features.observation.ObservationBuilder;

/// What is looked at in the bars of one timeframe of one instrument: the shared features, and one
/// observation builder for each member that looks here.
final class Lens {
  private final Instrument instrument;
  private final FeatureSet features;
  private final List<ObservationBuilder> growing = new ArrayList<>();
  private final MutableBar view = new MutableBar();
  private ObservationBuilder[] builders = {};

  Lens(Instrument instrument, Timeframe timeframe) {
    this.instrument = instrument;
    this.features = new FeatureSet(timeframe);
  }

  Timeframe timeframe() {
    return features.timeframe();
  }

  /// Adds a member's view before the first bar.
  ObservationBuilder add(int number, View wanted) {
    ObservationBuilder builder = new ObservationBuilder(number, wanted, features);
    growing.add(builder);
    builders = growing.toArray(ObservationBuilder[]::new);
    return builder;
  }

  /// Adds a single column before the first bar.
  int column(String expression) {
    return features.column(expression);
  }

  void update(Bar bar) {
    view.set(bar, instrument);
    features.update(view);
    for (ObservationBuilder builder : builders) {
      builder.update(view);
    }
  }

  /// A column's value, or NaN while it is not ready.
  double valueOrNaN(int column) {
    return features.ready(column) ? features.value(column) : Double.NaN;
  }
}
