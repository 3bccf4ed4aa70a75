package quorate.features.indicator.oscillator;

import quorate.features.indicator.Share;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.AverageKind;
import quorate.features.rolling.RollingRange;
import quorate.features.state.StateCodec;

/// Chande's stochastic RSI, 0 to 100: where the [Rsi] lies in its own range of the last values.
///
/// Outputs: 0 `k` (0 when the RSI has no range), 1 `d` (a moving average of k). Where the values
/// stand still the RSI does too, since rises and falls fade alike; it is held there, so that no
/// rounding is taken for a range. Agrees with TA-Lib STOCHRSI, except there.
///
/// Source: T. S. Chande and S. Kroll, *The New Technical Trader* (1994).
public final class StochasticRsi implements ValueIndicator {
  private final Rsi rsi;
  private final RollingRange range;
  private final ValueIndicator signal;
  private final int window;
  private double previous;
  private double held;
  private double k;

  /// @param window changes that the RSI smooths, at least 1
  /// @param range values of the RSI whose range counts, at least 1
  /// @param signal values of k averaged to d, at least 1
  /// @param kind of that average, place in [AverageKind]
  public StochasticRsi(int window, int range, int signal, int kind) {
    this.rsi = new Rsi(Windows.check(window, 1, "stochastic_rsi"));
    this.range = new RollingRange(Windows.check(range, 1, "stochastic_rsi"));
    this.signal = AverageKind.of(kind, Windows.check(signal, 1, "stochastic_rsi"));
    this.window = window;
  }

  @Override
  public void update(double value) {
    boolean begun = rsi.ready();
    boolean moved = value != previous;
    previous = value;
    rsi.update(value);
    if (!rsi.ready()) {
      return;
    }
    held = moved || !begun ? rsi.value() : held;
    range.update(held, held);
    if (range.ready()) {
      k = Share.percent(held - range.lowest(), range.width());
      signal.update(k);
    }
  }

  @Override
  public double value() {
    return k;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> k;
      case 1 -> signal.value();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return signal.ready();
  }

  @Override
  public int warmUp() {
    return window + range.size() + signal.warmUp() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    rsi.state(codec);
    range.state(codec);
    signal.state(codec);
    previous = codec.real(previous);
    held = codec.real(held);
    k = codec.real(k);
  }
}
