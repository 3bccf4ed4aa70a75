package quorate.features.observation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.Bar;
import quorate.domain.Instrument;
import quorate.domain.Timeframe;
import quorate.features.indicator.MutableBar;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;
import quorate.features.surroundings.Lookout;

/// One timeframe of an instrument: its features, the views of it, and the bar that waits for the
/// shorter ones inside it.
final class Frame implements Stateful {
  /// A view and its number among all of the instrument.
  record Numbered(int number, ObservationBuilder builder) {}

  private final Instrument instrument;
  private final FeatureSet features;
  private final List<Numbered> views = new ArrayList<>();
  private final MutableBar bar = new MutableBar();
  private boolean waits;

  Frame(Instrument instrument, Timeframe timeframe, ZoneId zone, Lookout lookout) {
    this.instrument = instrument;
    this.features = new FeatureSet(timeframe, zone, lookout);
  }

  Timeframe timeframe() {
    return features.timeframe();
  }

  FeatureSet features() {
    return features;
  }

  List<Numbered> views() {
    return views;
  }

  void hold(Bar closed) {
    bar.set(closed, instrument);
    waits = true;
  }

  boolean waits() {
    return waits;
  }

  void finer(MutableBar shorter) {
    features.finer(shorter);
  }

  MutableBar bar() {
    return bar;
  }

  void update() {
    waits = false;
    features.update(bar);
    for (int i = 0; i < views.size(); i++) {
      views.get(i).builder().update(bar);
    }
  }

  @Override
  public void state(StateCodec codec) {
    features.state(codec);
    for (Numbered view : views) {
      view.builder().state(codec);
    }
  }
}
