package quorate.features.indicator.mathematics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;

/// Sum of all values since the first one seen, in their unit, free of drift. Agrees with TA-Lib
/// CUMSUM.
public final class CumulativeSum implements ValueIndicator {
  private final ExactSum sum = new ExactSum();
  private boolean started;

  @Override
  public void update(double value) {
    sum.add(value);
    started = true;
  }

  @Override
  public double value() {
    return sum.value();
  }

  @Override
  public boolean ready() {
    return started;
  }

  @Override
  public int warmUp() {
    return 1;
  }

  @Override
  public void state(StateCodec codec) {
    sum.state(codec);
    started = codec.flag(started);
  }
}
