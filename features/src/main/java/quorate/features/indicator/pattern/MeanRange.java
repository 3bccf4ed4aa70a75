package quorate.features.indicator.pattern;

import quorate.features.rolling.ExactSum;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The mean length of one part of the candles before a candle.
///
/// The sum is exact, so whether a candle is longer than the mean depends on the candles of the
/// window alone and a tie is a tie, where a plain running sum would decide it by the roundings left
/// over from all earlier candles.
///
/// It is worked out as candles come, by [#step], or only when a rule asks: then candle by candle
/// since the last time or, after a long rest, anew, so that a bar never costs more than O(1) on
/// average, whatever the window, and nothing while no rule asks. Means of the last candles are
/// kept, for a rule asks for those of older ones too.
final class MeanRange implements Stateful {
  private final CandleRange range;
  private final int window;
  private final double count;
  private final int depth;
  private final Candles candles;
  private final double[] means;
  private final double[] lengths;

  private final ExactSum sum = new ExactSum();

  /// The time of the candle before whose window the sum reaches.
  private int reached = 1;

  /// @param range what is averaged
  /// @param window over how many candles; 0 for the length of the measured candle itself
  /// @param depth how many of the last candles may be measured
  MeanRange(CandleRange range, int window, int depth, Candles candles) {
    this.range = range;
    this.window = window;
    this.count = window;
    this.depth = depth;
    this.candles = candles;
    this.lengths = new double[Candles.powerOfTwo(window + 1)];
    this.means = new double[Candles.powerOfTwo(depth + 1)];
  }

  int window() {
    return window;
  }

  /// The mean of the candles before this one; with a window of 0 its own length.
  double before(Candle candle) {
    if (window == 0) {
      return candle.length(range);
    }
    int behind = candle.time() - reached;
    if (behind > 0) {
      catchUp(behind);
    }
    return means[candle.time() & (means.length - 1)];
  }

  private void catchUp(int behind) {
    int steps = behind;
    if (behind > window + depth) {
      begin(reached + behind - depth);
      steps = depth;
    }
    while (steps-- > 0) {
      step();
    }
  }

  /// Goes one candle further: once the newest is reached, on to the one that will come, so that its
  /// mean is there before it.
  void step() {
    int time = reached;
    double length = candles.at(time).length(range);
    sum.exchange(length, lengths[(time - window) & (lengths.length - 1)]);
    lengths[time & (lengths.length - 1)] = length;
    reached = time + 1;
    means[(time + 1) & (means.length - 1)] = sum.value() / count;
  }

  private void begin(int time) {
    sum.clear();
    for (int i = time - window; i < time; i++) {
      double length = candles.at(i).length(range);
      lengths[i & (lengths.length - 1)] = length;
      sum.add(length);
    }
    reached = time;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(means);
    codec.reals(lengths);
    sum.state(codec);
    reached = (int) codec.whole(reached);
  }
}
