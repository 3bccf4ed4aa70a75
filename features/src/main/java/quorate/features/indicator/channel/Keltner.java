package quorate.features.indicator.channel;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.indicator.average.Ema;
import quorate.features.indicator.volatility.Atr;
import quorate.features.state.StateCodec;

/// Keltner channel in L. Raschke's form: the exponential average of typical prices, and bands some
/// average true ranges above and below it, in price units.
///
/// Outputs: 0 `middle`, 1 `upper`, 2 `lower`. Typical = (high + low + close) / 3. Agrees with
/// TA-Lib KC.
///
/// Source: C. W. Keltner, *How to Make Money in Commodities* (1960); L. B. Raschke and L. A.
/// Connors, *Street Smarts* (1995).
public final class Keltner implements Indicator {
  private final Ema average;
  private final Atr atr;
  private final double multiplier;
  private final int warmUp;
  private double middle;
  private double reach;
  private int seen;

  /// @param window the n of the average, at least 2
  /// @param range true ranges averaged, at least 1
  /// @param multiplier average true ranges from the middle to a band, 0 or more
  public Keltner(int window, int range, double multiplier) {
    average = new Ema(Windows.check(window, 2, "keltner"));
    atr = new Atr(range);
    if (!(multiplier >= 0)) {
      throw new IllegalArgumentException(
          "multiplier must be 0 or more, but was %s (feature \"keltner\")".formatted(multiplier));
    }
    this.multiplier = multiplier;
    warmUp = Math.max(average.warmUp(), atr.warmUp());
  }

  @Override
  public void update(BarView bar) {
    if (seen >= warmUp - average.warmUp()) {
      average.update((bar.high() + bar.low() + bar.close()) / 3);
    }
    if (seen >= warmUp - atr.warmUp()) {
      atr.update(bar);
    }
    if (seen < warmUp) {
      seen++;
    }
    middle = average.value();
    reach = multiplier * atr.value();
  }

  @Override
  public double value() {
    return middle;
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> middle;
      case 1 -> middle + reach;
      case 2 -> middle - reach;
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return seen == warmUp;
  }

  @Override
  public int warmUp() {
    return warmUp;
  }

  @Override
  public void state(StateCodec codec) {
    average.state(codec);
    atr.state(codec);
    middle = codec.real(middle);
    reach = codec.real(reach);
    seen = (int) codec.whole(seen);
  }
}
