package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.AverageKind;
import quorate.features.state.StateCodec;

/// Moving average convergence divergence of any kinds of average: a fast average minus a slow one,
/// and the average of that.
///
/// Outputs: 0 `macd`, 1 `signal`, 2 `histogram` (macd − signal), in the unit of the values. The
/// average that needs fewer values begins later, so that both are ready at the same value, as in
/// TA-Lib MACDEXT, with which it agrees. [Macd] is the usual, faster one.
///
/// Source: G. Appel, *Technical Analysis: Power Tools for Active Investors* (2005).
public final class MacdExtended implements ValueIndicator {
  private final ValueIndicator fast;
  private final ValueIndicator slow;
  private final ValueIndicator signal;
  private final int fastBegins;
  private final int slowBegins;
  private double macd;
  private int seen;

  /// @param fast window of the fast average, at least 1
  /// @param slow window of the slow average, more than `fast`
  /// @param signal window of the signal, at least 1
  /// @param fastKind place in [AverageKind], as are the other kinds
  public MacdExtended(int fast, int slow, int signal, int fastKind, int slowKind, int signalKind) {
    Windows.checkOrder(fast, slow, "macd_extended");
    this.fast = AverageKind.of(fastKind, fast);
    this.slow = AverageKind.of(slowKind, slow);
    this.signal = AverageKind.of(signalKind, Windows.check(signal, 1, "macd_extended"));
    int lead = this.slow.warmUp() - this.fast.warmUp();
    this.fastBegins = Math.max(0, lead);
    this.slowBegins = Math.max(0, -lead);
  }

  @Override
  public void update(double value) {
    if (seen >= fastBegins) {
      fast.update(value);
    }
    if (seen >= slowBegins) {
      slow.update(value);
    }
    seen = Math.min(seen + 1, fastBegins + slowBegins);
    if (slow.ready() && fast.ready()) {
      macd = fast.value() - slow.value();
      signal.update(macd);
    }
  }

  @Override
  public double value() {
    return macd;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> macd;
      case 1 -> signal.value();
      case 2 -> macd - signal.value();
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return signal.ready();
  }

  @Override
  public int warmUp() {
    return Math.max(fast.warmUp(), slow.warmUp()) + signal.warmUp() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    fast.state(codec);
    slow.state(codec);
    signal.state(codec);
    macd = codec.real(macd);
    seen = (int) codec.whole(seen);
  }
}
