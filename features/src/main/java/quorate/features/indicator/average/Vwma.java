package quorate.features.indicator.average;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;

/// Volume-weighted moving average of the closes, in price units: Σ close · volume / Σ volume over
/// the last n bars; the close itself where none of them has volume. Agrees with TA-Lib VWMA, which
/// has no value there.
public final class Vwma implements Indicator {
  private final Window products;
  private final Window volumes;
  private final ExactSum product = new ExactSum();
  private final ExactSum volume = new ExactSum();
  private double close;

  /// @param window bars averaged, at least 1
  public Vwma(int window) {
    products = new Window(Windows.check(window, 1, "vwma"));
    volumes = new Window(window);
  }

  @Override
  public void update(BarView bar) {
    close = bar.close();
    double traded = close * bar.volume();
    product.exchange(traded, products.push(traded));
    volume.exchange(bar.volume(), volumes.push(bar.volume()));
  }

  @Override
  public double value() {
    double total = volume.value();
    return total > 0 ? product.value() / total : close;
  }

  @Override
  public boolean ready() {
    return volumes.full();
  }

  @Override
  public int warmUp() {
    return volumes.size();
  }

  @Override
  public void state(StateCodec codec) {
    products.state(codec);
    volumes.state(codec);
    product.state(codec);
    volume.state(codec);
    close = codec.real(close);
  }
}
