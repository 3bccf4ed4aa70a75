package quorate.features.indicator.cycle;

import quorate.features.indicator.ValueIndicator;
import quorate.features.state.StateCodec;

/// Ehlers' instantaneous trendline, in the unit of the values: the mean of the last whole dominant
/// cycle, which has no cycle left, smoothed by the weights 4, 3, 2, 1. Agrees with TA-Lib
/// HT_TRENDLINE.
///
/// Source: J. F. Ehlers, *Rocket Science for Traders* (2001), chapter 10.
public final class HilbertTrendline implements ValueIndicator {
  private final HilbertTransform cycle = HilbertTransform.forPhase();
  private final CycleTrend trend = new CycleTrend();

  @Override
  public void update(double value) {
    cycle.update(value);
    trend.update(value, cycle);
  }

  @Override
  public double value() {
    return trend.value();
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
    trend.state(codec);
  }
}
