package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.Windows;
import quorate.features.state.StateCodec;

/// The [average true range][Atr] in percent of the close; 0 where the close is 0. Agrees with
/// TA-Lib NATR.
///
/// Source: J. Forman, "Cross-market evaluations with normalized average true range", *Technical
/// Analysis of Stocks & Commodities* (2006).
public final class NormalisedAtr implements Indicator {
  private final Atr range;
  private double close;

  /// @param window true ranges smoothed, at least 1
  public NormalisedAtr(int window) {
    range = new Atr(Windows.check(window, 1, "normalised_atr"));
  }

  @Override
  public void update(BarView bar) {
    range.update(bar);
    close = bar.close();
  }

  @Override
  public double value() {
    return close == 0 ? 0 : 100 * (range.value() / close);
  }

  @Override
  public boolean ready() {
    return range.ready();
  }

  @Override
  public int warmUp() {
    return range.warmUp();
  }

  @Override
  public void state(StateCodec codec) {
    range.state(codec);
    close = codec.real(close);
  }
}
