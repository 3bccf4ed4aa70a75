package quorate.features.observation;

import quorate.features.catalogue.BarField;
import quorate.features.indicator.BarView;

/// A field of the bar itself.
final class FieldNode extends Node {
  private final BarField field;

  FieldNode(BarField field) {
    super(1);
    this.field = field;
  }

  @Override
  void update(BarView bar) {
    value =
        switch (field) {
          case OPEN -> bar.open();
          case HIGH -> bar.high();
          case LOW -> bar.low();
          case CLOSE -> bar.close();
          case VOLUME -> bar.volume();
          case MEDIAN -> (bar.high() + bar.low()) / 2;
          case TYPICAL -> (bar.high() + bar.low() + bar.close()) / 3;
          case DAY_SINE, DAY_COSINE ->
              throw new AssertionError("the time of day is a node of its own");
        };
    ready = true;
  }
}
