package quorate.features.observation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;

/// Sine or cosine of the time of day, in the exchange's zone, at which the bar ends: a full turn a
/// day, midnight at angle 0.
final class TimeOfDayNode extends Node {
  private static final long SECOND_NS = 1_000_000_000L;
  private static final long DAY_NS = 86_400 * SECOND_NS;

  private final ZoneRules rules;
  private final boolean sine;
  private long offsetNs;
  private long offsetFromNs = Long.MAX_VALUE;
  private long offsetToNs = Long.MIN_VALUE;

  TimeOfDayNode(ZoneId zone, boolean sine) {
    super(1);
    this.rules = zone.getRules();
    this.sine = sine;
  }

  @Override
  void update(BarView bar) {
    long endNs = bar.endNs();
    if (endNs < offsetFromNs || endNs >= offsetToNs) {
      findOffset(endNs);
    }
    double angle = 2 * Math.PI * Math.floorMod(endNs + offsetNs, DAY_NS) / DAY_NS;
    value = sine ? StrictMath.sin(angle) : StrictMath.cos(angle);
    ready = true;
  }

  /// Twice a year at most, so that other bars allocate nothing.
  private void findOffset(long timeNs) {
    Instant time = Instant.ofEpochSecond(Math.floorDiv(timeNs, SECOND_NS));
    offsetNs = rules.getOffset(time).getTotalSeconds() * SECOND_NS;
    offsetFromNs = timeNs;
    ZoneOffsetTransition next = rules.nextTransition(time);
    offsetToNs = next == null ? Long.MAX_VALUE : next.toEpochSecond() * SECOND_NS;
  }

  @Override
  public void state(StateCodec codec) {
    super.state(codec);
    offsetFromNs = Long.MAX_VALUE; // found again at the next bar
  }
}
