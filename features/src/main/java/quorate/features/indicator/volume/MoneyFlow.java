package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;

/// Chaikin's money flow of one bar: its volume, times where the close lies between the low (−1) and
/// the high (+1); 0 for a bar without range.
final class MoneyFlow {
  private MoneyFlow() {}

  static double of(BarView bar) {
    double range = bar.high() - bar.low();
    double place = (bar.close() - bar.low()) - (bar.high() - bar.close());
    return range > 0 ? place / range * bar.volume() : 0;
  }
}
