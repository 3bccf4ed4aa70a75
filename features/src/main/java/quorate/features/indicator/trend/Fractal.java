package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMaximum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Williams's fractals: bars whose high is above the highs of some bars before and after them, or
/// whose low is below their lows.
///
/// Outputs: 0 `swing_high`, 1 `swing_low`; 100 at the bar that completes one, otherwise 0. A
/// fractal is known only when the bars after it have come, and only then is it put out: at bar t it
/// is the bar `right` bars before that stood out. An equal high or low unmakes it. Agrees with
/// TA-Lib FRACTAL, which marks the same bars.
///
/// Source: B. Williams, *Trading Chaos* (1995).
public final class Fractal implements Indicator {
  private final Side highs;
  private final Side lowsNegated;
  private final int window;

  /// @param left bars before, at least 1
  /// @param right bars after, at least 1
  public Fractal(int left, int right) {
    Windows.check(left, 1, "fractal");
    Windows.check(right, 1, "fractal");
    this.highs = new Side(left, right);
    this.lowsNegated = new Side(left, right);
    this.window = left + right + 1;
  }

  @Override
  public void update(BarView bar) {
    highs.update(bar.high());
    lowsNegated.update(-bar.low());
  }

  @Override
  public double value() {
    return highs.mark();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> highs.mark();
      case 1 -> lowsNegated.mark();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return highs.before.ready();
  }

  @Override
  public int warmUp() {
    return window;
  }

  @Override
  public void state(StateCodec codec) {
    highs.state(codec);
    lowsNegated.state(codec);
  }

  /// The tops of one series.
  private static final class Side {
    private final RollingMaximum before;
    private final RollingMaximum after;

    /// From the newest back to the one just before the middle.
    private final Window recent;

    Side(int left, int right) {
      before = new RollingMaximum(left);
      after = new RollingMaximum(right);
      recent = new Window(right + 2);
    }

    void update(double value) {
      recent.push(value);
      after.update(value);
      if (recent.full()) {
        before.update(recent.back(recent.size() - 1));
      }
    }

    double mark() {
      double middle = recent.back(recent.size() - 2);
      return middle > Math.max(before.value(), after.value()) ? 100 : 0;
    }

    void state(StateCodec codec) {
      before.state(codec);
      after.state(codec);
      recent.state(codec);
    }
  }
}
