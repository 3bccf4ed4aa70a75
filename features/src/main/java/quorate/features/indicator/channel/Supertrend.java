package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.volatility.Atr;
import quorate.features.state.StateCodec;

/// Supertrend: a band some average true ranges from the bar's middle that only moves towards
/// prices, below them in a rising trend and above in a falling one, until a close beyond it turns
/// the trend.
///
/// Outputs: 0 `value`, the band of the trend in price units; 1 `side`, 1 while rising and −1 while
/// falling. A band is let go by a close beyond it on the bar before. The first trend is rising.
/// Agrees with TA-Lib SUPERTREND.
///
/// Source: O. Seban; the form of TradingView's and TA-Lib's `SUPERTREND`.
public final class Supertrend implements Indicator {
  private final Atr atr;
  private final double multiplier;
  private double previousClose;
  private double upper = Double.POSITIVE_INFINITY;
  private double lower = Double.NEGATIVE_INFINITY;
  private double side = 1;
  private double band;
  private boolean begun;

  /// @param window true ranges averaged, at least 2
  /// @param multiplier average true ranges from the middle, 0 or more
  public Supertrend(int window, double multiplier) {
    atr = new Atr(Windows.check(window, 2, "supertrend"));
    if (!(multiplier >= 0)) {
      throw new IllegalArgumentException(
          "multiplier must be 0 or more, but was %s (feature \"supertrend\")"
              .formatted(multiplier));
    }
    this.multiplier = multiplier;
  }

  @Override
  public void update(BarView bar) {
    atr.update(bar);
    double close = bar.close();
    if (atr.ready()) {
      double middle = (bar.high() + bar.low()) / 2;
      double reach = multiplier * atr.value();
      upper = previousClose > upper ? middle + reach : Math.min(upper, middle + reach);
      lower = previousClose < lower ? middle - reach : Math.max(lower, middle - reach);
      if (begun && (side > 0 ? close < lower : close > upper)) {
        side = -side;
      }
      begun = true;
      band = side > 0 ? lower : upper;
    }
    previousClose = close;
  }

  @Override
  public double value() {
    return band;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> band;
      case 1 -> side;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 2;
  }

  @Override
  public boolean ready() {
    return atr.ready();
  }

  @Override
  public int warmUp() {
    return atr.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    atr.state(codec);
    previousClose = codec.real(previousClose);
    upper = codec.real(upper);
    lower = codec.real(lower);
    side = codec.real(side);
    band = codec.real(band);
    begun = codec.flag(begun);
  }
}
