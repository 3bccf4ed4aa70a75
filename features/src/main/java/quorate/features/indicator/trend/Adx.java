package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
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
  private final DirectionalSums sums;
  private final WilderMean adx;
  private final int window;

  /// @param window the n of the formula, at least 2
  public Adx(int window) {
    this.sums = new DirectionalSums(window, 2, "adx");
    this.adx = new WilderMean(window);
    this.window = window;
  }

  @Override
  public void update(BarView bar) {
    sums.update(bar);
    if (sums.ready()) {
      smooth();
    }
  }

  private void smooth() {
    double movement = sums.plus() + sums.minus();
    if (movement >= Share.NOTHING) {
      adx.update(100 * (Math.abs(sums.plus() - sums.minus()) / movement));
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
      case 1 -> sums.plusIndicator();
      case 2 -> sums.minusIndicator();
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
    sums.state(codec);
    adx.state(codec);
  }
}
