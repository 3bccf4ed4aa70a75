package quorate.features.indicator;

import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// The logarithmic return over the last n bars: the sum of their one-bar returns log(close /
/// previous close), where the return of the first bar after a gap is 0.
///
/// Logarithms are those of `StrictMath`, so that values are equal on every machine. A close that is
/// not positive has no logarithm and is refused.
public final class LogReturn implements Indicator {
  private final Window returns;
  private final ExactSum sum = new ExactSum();
  private double newest;
  private double previousClose;
  private boolean started;

  /// @param window bars it reaches back, at least 1
  public LogReturn(int window) {
    returns = new Window(Windows.check(window, 1, "return"));
  }

  @Override
  public void update(BarView bar) {
    double close = bar.close();
    if (!(close > 0)) {
      throw new ArithmeticException(
          "close must be positive to have a log return, but was %s (bar that ends at %d)"
              .formatted(close, bar.endNs()));
    }
    if (started) {
      newest = bar.afterGap() ? 0 : StrictMath.log(close / previousClose);
      sum.exchange(newest, returns.push(newest));
    }
    previousClose = close;
    started = true;
  }

  @Override
  public double value() {
    return returns.size() == 1 ? newest : sum.value();
  }

  @Override
  public boolean ready() {
    return returns.full();
  }

  @Override
  public int warmUp() {
    return returns.size() + 1;
  }

  @Override
  public void state(StateCodec codec) {
    returns.state(codec);
    sum.state(codec);
    newest = codec.real(newest);
    previousClose = codec.real(previousClose);
    started = codec.flag(started);
  }
}
