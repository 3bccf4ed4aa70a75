package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.state.StateCodec;

/// The one-bar rate of change of a threefold exponential average, in percent; 0 where the average
/// was 0. Agrees with TA-Lib TRIX.
///
/// Source: J. K. Hutson, "Good TRIX", *Technical Analysis of Stocks & Commodities* 1 (1983).
public final class Trix implements ValueIndicator {
  private final Ema once;
  private final Ema twice;
  private final Ema thrice;
  private double previous;
  private double rate;
  private boolean ready;

  /// @param window the n of each of the three averages, at least 1
  public Trix(int window) {
    once = new Ema(Windows.check(window, 1, "trix"));
    twice = new Ema(window);
    thrice = new Ema(window);
  }

  @Override
  public void update(double value) {
    once.update(value);
    if (!once.ready()) {
      return;
    }
    twice.update(once.value());
    if (!twice.ready()) {
      return;
    }
    ready = thrice.ready();
    thrice.update(twice.value());
    double average = thrice.value();
    rate = previous == 0 ? 0 : 100 * ((average - previous) / previous);
    previous = average;
  }

  @Override
  public double value() {
    return rate;
  }

  @Override
  public boolean ready() {
    return ready;
  }

  @Override
  public int warmUp() {
    return 3 * once.warmUp() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    once.state(codec);
    twice.state(codec);
    thrice.state(codec);
    previous = codec.real(previous);
    rate = codec.real(rate);
    ready = codec.flag(ready);
  }
}
