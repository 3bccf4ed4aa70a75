package quorate.features.indicator.momentum;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.state.StateCodec;

/// Moving average convergence divergence: a fast exponential average minus a slow one, and the
/// exponential average of that.
///
/// Outputs: 0 `macd`, 1 `signal`, 2 `histogram` (macd − signal), in the unit of the values. Both
/// averages begin at the same value, the fast one as the mean of the last values before it, as in
/// TA-Lib MACD, with which it agrees.
///
/// Source: G. Appel, *Technical Analysis: Power Tools for Active Investors* (2005).
public final class Macd implements ValueIndicator {
  private final Ema fast;
  private final Ema slow;
  private final Ema signal;
  private final int lead;
  private double macd;
  private int skipped;

  /// @param fast window of the fast average, at least 1
  /// @param slow window of the slow average, more than `fast`
  /// @param signal window of the signal, at least 1
  public Macd(int fast, int slow, int signal) {
    Windows.checkOrder(fast, slow, "macd");
    this(new Ema(fast), new Ema(slow), signal, "macd");
  }

  private Macd(Ema fast, Ema slow, int signal, String indicator) {
    this.fast = fast;
    this.slow = slow;
    this.signal = new Ema(Windows.check(signal, 1, indicator));
    this.lead = slow.warmUp() - fast.warmUp();
  }

  /// Appel's own, as TA-Lib MACDFIX has it: windows of 12 and 26 bars with the rounded shares 0.15
  /// and 0.075 instead of 2 / 13 and 2 / 27.
  ///
  /// @param signal window of the signal, at least 1
  public static Macd fixed(int signal) {
    return new Macd(new Ema(12, 0.15), new Ema(26, 0.075), signal, "macd_fixed");
  }

  @Override
  public void update(double value) {
    slow.update(value);
    if (skipped < lead) {
      skipped++;
      return;
    }
    fast.update(value);
    if (slow.ready()) {
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
    return slow.warmUp() + signal.warmUp() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    fast.state(codec);
    slow.state(codec);
    signal.state(codec);
    macd = codec.real(macd);
    skipped = (int) codec.whole(skipped);
  }
}
