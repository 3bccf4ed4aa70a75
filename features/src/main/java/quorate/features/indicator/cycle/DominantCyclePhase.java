package quorate.features.indicator.cycle;

import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Phase of the dominant cycle, −45 to 315 degrees: it runs through them once a cycle and stands
/// nearly still in a trend. Agrees with TA-Lib HT_DCPHASE but where the last cycle is flat and has
/// no phase ([CyclePhase]).
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapter 9.
public final class DominantCyclePhase implements ValueIndicator {
  private final CyclePhase phase = new CyclePhase();

  @Override
  public void update(double value) {
    phase.update(value);
  }

  @Override
  public double value() {
    return phase.degrees();
  }

  @Override
  public boolean ready() {
    return phase.cycle().ready();
  }

  @Override
  public int warmUp() {
    return phase.cycle().warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    phase.state(codec);
  }
}
