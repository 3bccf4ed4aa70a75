package quorate.features.indicator.statistics;

import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingPair;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Autocorrelation: Pearson's correlation of the last n values with those k bars earlier, −1 to 1;
/// 0 when either stand still. Each side has a mean and a deviation of its own, as in pandas
/// `Series.autocorr`; usually of returns, `autocorrelation(return(1), 50, 1)`.
public final class Autocorrelation implements ValueIndicator {
  private final RollingPair pairs;
  private final Window earlier;

  /// @param window pairs looked at, at least 2
  /// @param lag the k of the formula, at least 1
  public Autocorrelation(int window, int lag) {
    pairs = new RollingPair(Windows.check(window, 2, "autocorrelation"));
    earlier = new Window(Windows.check(lag, 1, "autocorrelation"));
  }

  @Override
  public void update(double value) {
    boolean paired = earlier.full();
    double past = earlier.push(value);
    if (paired) {
      pairs.update(past, value);
    }
  }

  @Override
  public double value() {
    return pairs.correlation();
  }

  @Override
  public boolean ready() {
    return pairs.ready();
  }

  @Override
  public int warmUp() {
    return pairs.size() + earlier.size();
  }

  @Override
  public void state(StateCodec codec) {
    pairs.state(codec);
    earlier.state(codec);
  }
}
