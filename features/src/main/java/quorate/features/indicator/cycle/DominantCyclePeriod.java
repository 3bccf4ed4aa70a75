package quorate.features.indicator.cycle;

import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Period of the dominant cycle, 6 to 50 bars, smoothed. Agrees with TA-Lib HT_DCPERIOD.
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapter 7.
public final class DominantCyclePeriod implements ValueIndicator {
  private final HilbertTransform cycle = HilbertTransform.forPeriod();

  @Override
  public void update(double value) {
    cycle.update(value);
  }

  @Override
  public double value() {
    return cycle.smoothPeriod();
  }

  @Override
  public boolean ready() {
    return cycle.ready();
  }

  @Override
  public int warmUp() {
    return cycle.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    cycle.state(codec);
  }
}
