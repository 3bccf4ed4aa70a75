package quorate.features.indicator.oscillator;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Share;
import quorate.features.indicator.Windows;
import quorate.features.rolling.RollingMeanDeviation;
import quorate.features.state.StateCodec;

/// Lambert's commodity channel index: how far the typical price, (high + low + close) / 3, lies
/// from its simple average, in 0.015 mean absolute deviations, so that most values are between −100
/// and 100; 0 when nothing deviates. Agrees with TA-Lib CCI.
///
/// An update goes over the window once ([RollingMeanDeviation]).
///
/// Source: D. R. Lambert, "Commodity channel index", *Commodities* (1980).
public final class CommodityChannelIndex implements Indicator {
  private static final double UNIT = 0.015;

  private final RollingMeanDeviation prices;
  private double index;

  /// @param window prices averaged, at least 2
  public CommodityChannelIndex(int window) {
    prices = new RollingMeanDeviation(Windows.check(window, 2, "commodity_channel_index"));
  }

  @Override
  public void update(BarView bar) {
    double typical = (bar.high() + bar.low() + bar.close()) / 3;
    prices.update(typical);
    index = Share.of(typical - prices.mean(), UNIT * prices.deviation());
  }

  @Override
  public double value() {
    return index;
  }

  @Override
  public boolean ready() {
    return prices.ready();
  }

  @Override
  public int warmUp() {
    return prices.size();
  }

  @Override
  public void state(StateCodec codec) {
    prices.state(codec);
    index = codec.real(index);
  }
}
