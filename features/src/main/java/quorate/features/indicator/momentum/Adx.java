package quorate.features.indicator.momentum;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.TrueRange;
import quorate.features.indicator.Windows;
import quorate.features.rolling.WilderMean;
import quorate.features.state.StateCodec;

/// Wilder's directional movement: how strongly (`adx`) and which way (`plus_di`, `minus_di`) prices
/// trend, each 0 to 100.
///
/// Outputs: 0 `adx`, 1 `plus_di`, 2 `minus_di`. Directional movement and true range are summed over
/// the first n − 1 bars and from then on by sum − sum / n + new, as in TA-Lib ADX, PLUS_DI and
/// MINUS_DI, with which it agrees. Between the bars around a gap there is no directional movement.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section IV.
public final class Adx implements Indicator {
  /// Movement below this, left over from long ago, has lost its digits and counts as none.
  private static final double NO_MOVEMENT = Double.MIN_NORMAL;

  private final int window;
  private final double keep;
  private final WilderMean adx;
  private final TrueRange trueRange = new TrueRange();
  private double previousHigh;
  private double previousLow;
  private boolean started;
  private double plus;
  private double minus;
  private double range;
  private int changes;

  /// @param window the n of the formula, at least 2
  public Adx(int window) {
    this.window = Windows.check(window, 2, "adx");
    this.keep = 1 - 1.0 / window;
    this.adx = new WilderMean(window);
  }

  @Override
  public void update(BarView bar) {
    double high = bar.high();
    double low = bar.low();
    double up = high - previousHigh;
    double down = previousLow - low;
    previousHigh = high;
    previousLow = low;
    trueRange.update(bar);
    if (!started) {
      started = true;
      return;
    }
    if (bar.afterGap()) {
      up = 0;
      down = 0;
    }
    double keeping = changes < window - 1 ? 1 : keep;
    plus = Math.fma(plus, keeping, up > down && up > 0 ? up : 0);
    minus = Math.fma(minus, keeping, down > up && down > 0 ? down : 0);
    range = Math.fma(range, keeping, trueRange.value());
    changes = Math.min(changes + 1, window);
    if (changes == window) {
      smooth();
    }
  }

  private void smooth() {
    double movement = plus + minus;
    if (movement >= NO_MOVEMENT) {
      adx.update(100 * (Math.abs(plus - minus) / movement));
    } else if (!adx.ready()) {
      adx.update(0);
    }
  }

  @Override
  public double value() {
    return adx.value();
  }

  @Override
  public double value(int output) {
    return switch (output) {
      case 0 -> adx.value();
      case 1 -> range < NO_MOVEMENT ? 0 : 100 * (plus / range);
      case 2 -> range < NO_MOVEMENT ? 0 : 100 * (minus / range);
      default -> throw noOutput(output);
    };
  }

  @Override
  public int outputs() {
    return 3;
  }

  @Override
  public boolean ready() {
    return adx.ready();
  }

  @Override
  public int warmUp() {
    return 2 * window;
  }

  @Override
  public void state(StateCodec codec) {
    trueRange.state(codec);
    adx.state(codec);
    previousHigh = codec.real(previousHigh);
    previousLow = codec.real(previousLow);
    started = codec.flag(started);
    plus = codec.real(plus);
    minus = codec.real(minus);
    range = codec.real(range);
    changes = (int) codec.whole(changes);
  }
}
