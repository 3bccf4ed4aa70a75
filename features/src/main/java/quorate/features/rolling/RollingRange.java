package quorate.features.rolling;

import java.util.Arrays;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The highest of the last n highs and the lowest of the last n lows; O(1) an update on average, at
/// most the window.
///
/// Two [RollingMaximum]s in step, one of them turned over, that share their blocks, which takes a
/// quarter to a third off.
public final class RollingRange implements Stateful {
  /// Ranks of this block up to `place`, from there on the extremes of the rest of the block before.
  private final long[] highs;

  private final long[] lows;
  private long growingHigh = Long.MIN_VALUE;
  private long growingLow = Long.MAX_VALUE;
  private long highest = Long.MIN_VALUE;
  private long lowest = Long.MAX_VALUE;
  private int place;
  private boolean ready;

  /// @param size at least 1
  public RollingRange(int size) {
    highs = new long[size];
    lows = new long[size];
    Arrays.fill(highs, Long.MIN_VALUE);
    Arrays.fill(lows, Long.MAX_VALUE);
  }

  /// @param high at least `low`; the same number twice for the range of one series
  public void update(double high, double low) {
    long top = RollingMaximum.turned(Double.doubleToRawLongBits(high));
    long bottom = RollingMaximum.turned(Double.doubleToRawLongBits(low));
    int at = place;
    highs[at] = top;
    lows[at] = bottom;
    growingHigh = Math.max(growingHigh, top);
    growingLow = Math.min(growingLow, bottom);
    at++;
    if (at < highs.length) {
      highest = Math.max(growingHigh, highs[at]);
      lowest = Math.min(growingLow, lows[at]);
      place = at;
    } else {
      endBlock();
    }
  }

  private void endBlock() {
    highest = growingHigh;
    lowest = growingLow;
    long top = Long.MIN_VALUE;
    long bottom = Long.MAX_VALUE;
    for (int i = highs.length - 1; i >= 0; i--) {
      top = Math.max(top, highs[i]);
      bottom = Math.min(bottom, lows[i]);
      highs[i] = top;
      lows[i] = bottom;
    }
    growingHigh = Long.MIN_VALUE;
    growingLow = Long.MAX_VALUE;
    place = 0;
    ready = true;
  }

  public double highest() {
    return Double.longBitsToDouble(RollingMaximum.turned(highest));
  }

  public double lowest() {
    return Double.longBitsToDouble(RollingMaximum.turned(lowest));
  }

  /// Highest − lowest, 0 or more.
  public double width() {
    return highest() - lowest();
  }

  /// Half way between the two.
  public double middle() {
    return (highest() + lowest()) / 2;
  }

  public boolean ready() {
    return ready;
  }

  public int size() {
    return highs.length;
  }

  @Override
  public void state(StateCodec codec) {
    for (int i = 0; i < highs.length; i++) {
      highs[i] = codec.whole(highs[i]);
      lows[i] = codec.whole(lows[i]);
    }
    growingHigh = codec.whole(growingHigh);
    growingLow = codec.whole(growingLow);
    highest = codec.whole(highest);
    lowest = codec.whole(lowest);
    place = (int) codec.whole(place);
    ready = codec.flag(ready);
  }
}
