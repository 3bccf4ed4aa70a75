package quorate.features.indicator.channel;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Wilder's parabolic stop and reverse, as TA-Lib begins it: the second bar is long at the first
/// one's low, or short at its high where the low fell further than the high rose.
///
/// A short position is a long one in the mirror: with prices negated its stop lies below, and one
/// rule does for both sides. `side` turns prices over, `stop` and `extreme` are kept turned.
final class StopAndReverse implements Stateful {
  private final double start;
  private final double offset;
  private final Acceleration rising;
  private final Acceleration falling;
  private double previousHigh;
  private double previousLow;
  private double side;
  private double stop;
  private double extreme;
  private double rate;
  private double shown;
  private int seen;

  /// @param start first stop: long at it when positive, short at its size when negative, found from
  ///   the first two bars when 0
  /// @param offset share by which a reversal moves the stop away from prices, 0 or more
  /// @param rising for long positions
  /// @param falling for short positions
  StopAndReverse(double start, double offset, Acceleration rising, Acceleration falling) {
    this.start = start;
    this.offset = offset;
    this.rising = rising;
    this.falling = falling;
  }

  void update(double high, double low) {
    if (seen == 1) {
      begin(high, low);
    }
    if (seen > 0) {
      seen = 2;
      follow(high, low);
    } else {
      seen = 1;
    }
    previousHigh = high;
    previousLow = low;
  }

  private void begin(double high, double low) {
    double fall = previousLow - low;
    boolean shortFirst = start == 0 ? fall > 0 && fall > high - previousHigh : start < 0;
    side = shortFirst ? -1 : 1;
    double firstStop = shortFirst ? previousHigh : previousLow;
    stop = side * (start == 0 ? firstStop : Math.abs(start));
    extreme = shortFirst ? -low : high;
    rate = (shortFirst ? falling : rising).first();
    previousHigh = high;
    previousLow = low;
  }

  private void follow(double high, double low) {
    boolean bought = side > 0;
    double top = bought ? high : -low;
    double bottom = bought ? low : -high;
    double topBefore = bought ? previousHigh : -previousLow;
    double bottomBefore = bought ? previousLow : -previousHigh;
    Acceleration pace = bought ? rising : falling;
    if (bottom > stop) {
      shown = side * stop;
      rate = top > extreme ? Math.min(rate + pace.step(), pace.most()) : rate;
      extreme = Math.max(extreme, top);
      stop = Math.min(stop + rate * (extreme - stop), Math.min(bottomBefore, bottom));
    } else {
      double turned = Math.max(extreme, Math.max(topBefore, top));
      turned += offset * Math.abs(turned);
      shown = side * turned;
      side = -side;
      rate = (bought ? falling : rising).first();
      extreme = -bottom;
      stop = Math.min(rate * (extreme + turned) - turned, -Math.max(topBefore, top));
    }
  }

  /// The stop for the last bar, or where that bar reversed the position, the new one's.
  double value() {
    return shown;
  }

  /// 1 when long after the last bar, −1 when short.
  double side() {
    return side;
  }

  boolean ready() {
    return seen == 2;
  }

  @Override
  public void state(StateCodec codec) {
    previousHigh = codec.real(previousHigh);
    previousLow = codec.real(previousLow);
    side = codec.real(side);
    stop = codec.real(stop);
    extreme = codec.real(extreme);
    rate = codec.real(rate);
    shown = codec.real(shown);
    seen = (int) codec.whole(seen);
  }
}
