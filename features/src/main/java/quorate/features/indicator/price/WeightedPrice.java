package quorate.features.indicator.price;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.state.StateCodec;

/// A weighted mean of a bar's four prices, in price units. Agrees with TA-Lib AVGPRICE, MEDPRICE,
/// TYPPRICE and WCLPRICE.
public final class WeightedPrice implements Indicator {
  private final double open;
  private final double high;
  private final double low;
  private final double close;
  private final double sum;
  private double price;
  private boolean started;

  private WeightedPrice(double open, double high, double low, double close) {
    this.open = open;
    this.high = high;
    this.low = low;
    this.close = close;
    this.sum = open + high + low + close;
  }

  /// (open + high + low + close) / 4.
  public static WeightedPrice average() {
    return new WeightedPrice(1, 1, 1, 1);
  }

  /// (high + low) / 2.
  public static WeightedPrice median() {
    return new WeightedPrice(0, 1, 1, 0);
  }

  /// (high + low + close) / 3.
  public static WeightedPrice typical() {
    return new WeightedPrice(0, 1, 1, 1);
  }

  /// (high + low + 2 · close) / 4.
  public static WeightedPrice close() {
    return new WeightedPrice(0, 1, 1, 2);
  }

  @Override
  public void update(BarView bar) {
    price = (open * bar.open() + high * bar.high() + low * bar.low() + close * bar.close()) / sum;
    started = true;
  }

  @Override
  public double value() {
    return price;
  }

  @Override
  public boolean ready() {
    return started;
  }

  @Override
  public int warmUp() {
    return 1;
  }

  @Override
  public void state(StateCodec codec) {
    price = codec.real(price);
    started = codec.flag(started);
  }
}
