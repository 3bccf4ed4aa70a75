package quorate.features.indicator.pattern;

/// What a word about candles means beside each of them: a share of a mean.
final class Measure {
  private final MeanRange mean;
  private final double factor;

  Measure(MeanRange mean, CandleSetting setting) {
    this.mean = mean;
    this.factor = setting.factor() / setting.range().parts(); // by 1 or 2: nothing is rounded
  }

  /// The length it stands for beside a candle, in price units.
  double beside(Candle candle) {
    return factor * mean.before(candle);
  }
}
