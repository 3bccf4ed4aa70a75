package quorate.features.indicator.pattern;

import quorate.features.rolling.ExactSum;
import quorate.features.rolling.Window;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The mean length of one part of the last candles, for all measures that share it.
///
/// The sum is exact, so whether a candle is longer than the mean depends on the candles of the
/// window alone and a tie is a tie, where a plain running sum would decide it by the roundings left
/// over from all earlier candles. Factor, mean and parts are multiplied as TA-Lib does.
final class MeanRange implements Stateful {
  private final CandleRange range;
  private final double count;
  private final int[] measures;
  private final double[] factors;
  private final Window lengths;
  private final ExactSum sum = new ExactSum();

  /// @param range what is averaged
  /// @param window over how many candles; 0 for the length of the measured candle itself
  /// @param measures places of the measures
  /// @param factors of each measure
  MeanRange(CandleRange range, int window, int[] measures, double[] factors) {
    this.range = range;
    this.count = window;
    this.measures = measures;
    this.factors = factors.clone();
    for (int i = 0; i < factors.length; i++) {
      this.factors[i] /= range.parts(); // by 1 or 2, so nothing is rounded
    }
    this.lengths = new Window(Math.max(window, 1));
  }

  /// Measures a candle by those before it and takes it in.
  void update(Candle candle) {
    double length = range.of(candle);
    double mean = count == 0 ? length : sum.value() / count;
    for (int i = 0; i < measures.length; i++) {
      candle.limit(measures[i], factors[i] * mean);
    }
    if (count != 0) {
      sum.exchange(length, lengths.push(length));
    }
  }

  @Override
  public void state(StateCodec codec) {
    lengths.state(codec);
    sum.state(codec);
  }
}
