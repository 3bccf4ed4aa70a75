package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Chaikin's volatility: by how many percent the exponential average of high − low has changed over
/// m bars, −100 or more; 0 where there was no range. Agrees with TA-Lib CVI.
public final class ChaikinVolatility implements Indicator {
  private final Ema range;
  private final Window earlier;
  private double past;
  private boolean ready;

  /// @param window ranges averaged, at least 1
  /// @param change bars over which the average changes, at least 1
  public ChaikinVolatility(int window, int change) {
    range = new Ema(Windows.check(window, 1, "chaikin_volatility"));
    earlier = new Window(Windows.check(change, 1, "chaikin_volatility"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar.high() - bar.low());
    if (range.ready()) {
      ready = earlier.full();
      past = earlier.push(range.value());
    }
  }

  @Override
  public double value() {
    return past == 0 ? 0 : 100 * ((range.value() - past) / past);
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public int warmUp() {
    return range.warmUp() + earlier.size();
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
    earlier.state(codec);
    past = codec.real(past);
    ready = codec.flag(ready);
  }
}
