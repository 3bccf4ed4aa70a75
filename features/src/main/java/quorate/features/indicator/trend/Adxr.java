package quorate.features.indicator.trend;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Wilder's directional movement rating, 0 to 100: the mean of [Adx] and of what it was n − 1 bars
/// ago. Agrees with TA-Lib ADXR.
///
/// Source: J. W. Wilder, *New Concepts in Technical Trading Systems* (1978), section IV.
public final class Adxr implements Indicator {
  private final Adx adx;
  private final Window ratings;
  private double rating;

  /// @param window the n of the formula, at least 2
  public Adxr(int window) {
    this.adx = new Adx(Windows.check(window, 2, "adxr"));
    this.ratings = new Window(window);
  }

  @Override
  public void update(BarView bar) {
    adx.update(bar);
    if (adx.ready()) {
      ratings.push(adx.value());
      rating = 0.5 * (adx.value() + ratings.back(ratings.size() - 1));
    }
  }

  @Override
  public double value() {
    return rating;
  }

  @Override
  public boolean ready() {
    return ratings.full();
  }

  @Override
  public int warmUp() {
    return adx.warmUp() + ratings.size() - 1;
  }

  @Override
  public void state(StateCodec codec) {
    adx.state(codec);
    ratings.state(codec);
    rating = codec.real(rating);
  }
}
