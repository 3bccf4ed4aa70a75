package quorate.features.rolling;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Means of the last so many numbers, where how many may change at every call; O(1) each.
///
/// The running total is kept as an [ExactSum], and with it what it was after each of the last
/// numbers: the sum of the last n is the difference of two totals, taken in the same precision.
public final class RecentMeans implements Stateful {
  private final ExactSum total = new ExactSum();
  private final double[] highs;
  private final double[] lows;
  private int place;

  /// @param most the largest count that will be asked for, at least 1
  public RecentMeans(int most) {
    int room = 2 * Integer.highestOneBit(most);
    highs = new double[room];
    lows = new double[room];
  }

  public void update(double value) {
    total.add(value);
    place = place + 1 & highs.length - 1;
    highs[place] = total.high();
    lows[place] = total.low();
  }

  /// The mean of the last numbers, correctly rounded but for the rarest cases; numbers before the
  /// first count as 0.
  ///
  /// @param count how many, 1 to the most
  public double mean(int count) {
    int before = place - count & highs.length - 1;
    double high = total.high();
    double old = highs[before];
    double sum = high - old;
    double part = sum - high;
    double error = (high - (sum - part)) - (old + part);
    double low = error + (total.low() - lows[before]);
    double quotient = sum / count;
    double remainder = Math.fma(-quotient, count, sum) + low;
    return quotient + remainder / count;
  }

  @Override
  public void state(StateCodec codec) {
    total.state(codec);
    codec.reals(highs);
    codec.reals(lows);
    place = (int) codec.whole(place);
  }
}
