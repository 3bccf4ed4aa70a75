package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.LogReturn;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Realised volatility, close to close: √(periods per year · mean of the squares of the last n
/// one-bar log returns); per bar when the periods are 1. The mean return is taken as 0, and the
/// return of the first bar after a gap is 0.
///
/// Source: O. E. Barndorff-Nielsen and N. Shephard, "Econometric analysis of realized volatility",
/// J. R. Statist. Soc. B 64 (2002), with the sum scaled to a mean.
public final class RealisedVolatility implements Indicator {
  private final LogReturn oneBar = new LogReturn(1);
  private final Window returns;
  private final ExactSum squares = new ExactSum();
  private final double scale;
  private int zeroRun;

  /// @param window returns looked at, at least 1
  /// @param periodsPerYear bars in a year for an annual figure, 1 for one a bar; positive
  public RealisedVolatility(int window, double periodsPerYear) {
    this.returns = new Window(Windows.check(window, 1, "realised_volatility"));
    this.scale = Annual.check(periodsPerYear, "realised_volatility") / window;
  }

  @Override
  public void update(BarView bar) {
    oneBar.update(bar);
    if (oneBar.ready()) {
      double now = oneBar.value();
      squares.exchangeSquares(now, returns.push(now));
      zeroRun = now == 0 ? zeroRun + 1 : 0;
    }
  }

  @Override
  public double value() {
    if (zeroRun >= returns.size()) {
      return 0;
    }
    return Math.sqrt(Math.max(0, squares.value()) * scale);
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
    oneBar.state(codec);
    returns.state(codec);
    squares.state(codec);
    zeroRun = (int) codec.whole(zeroRun);
  }
}
