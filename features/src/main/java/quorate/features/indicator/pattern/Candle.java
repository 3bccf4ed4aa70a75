package quorate.features.indicator.pattern;

import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// One candle, and what "long", "near" and the like mean beside the candles before it.
///
/// The candle between open and close is the real body, white (rising) when it closes at its open or
/// above and black below; the lines beyond the body are the shadows. A candle may be asked only for
/// the measures that its pattern names.
@SuppressWarnings("ShortCircuitBoolean") // quicker than guessing wrong, see Rule
final class Candle implements Stateful {
  private static final int BODY_LONG = CandleMeasure.BODY_LONG.place();
  private static final int BODY_SHORT = CandleMeasure.BODY_SHORT.place();
  private static final int BODY_DOJI = CandleMeasure.BODY_DOJI.place();
  private static final int SHADOW_LONG = CandleMeasure.SHADOW_LONG.place();
  private static final int SHADOW_VERY_LONG = CandleMeasure.SHADOW_VERY_LONG.place();
  private static final int SHADOW_SHORT = CandleMeasure.SHADOW_SHORT.place();
  private static final int SHADOW_VERY_SHORT = CandleMeasure.SHADOW_VERY_SHORT.place();
  private static final int NEAR = CandleMeasure.NEAR.place();
  private static final int FAR = CandleMeasure.FAR.place();
  private static final int EQUAL = CandleMeasure.EQUAL.place();

  private double open;
  private double high;
  private double low;
  private double close;
  private int time;
  private final Measure[] measures;

  /// @param measures by their places; only those that the pattern asks for
  Candle(Measure[] measures) {
    this.measures = measures;
  }

  /// Becomes the candle of a bar.
  ///
  /// @param time counts the candles
  /// @return 1 if it is white, 0 if it is black
  int set(BarView bar, int time) {
    this.time = time;
    open = bar.open();
    high = bar.high();
    low = bar.low();
    close = bar.close();
    return 1 - below(close, open);
  }

  /// 1 if a price or length is below another, 0 otherwise.
  ///
  /// Read off the sign of their difference, so that a processor has nothing to guess: whether a
  /// candle is white or long is a toss of a coin, and each wrong guess costs it several
  /// nanoseconds.
  private static int below(double one, double other) {
    return (int) (Double.doubleToRawLongBits(one - other) >>> 63);
  }

  private static boolean isBelow(double one, double other) {
    return below(one, other) != 0;
  }

  int time() {
    return time;
  }

  /// The length of one of its parts.
  double length(CandleRange range) {
    if (range == CandleRange.REAL_BODY) {
      return body();
    }
    double height = high - low;
    return range == CandleRange.HIGH_LOW ? height : upperShadow() + lowerShadow();
  }

  private double limit(int place) {
    return measures[place].beside(this);
  }

  double open() {
    return open;
  }

  double high() {
    return high;
  }

  double low() {
    return low;
  }

  double close() {
    return close;
  }

  boolean isWhite() {
    return !isBelow(close, open);
  }

  /// 1 for white, −1 for black.
  int sign() {
    return 1 - 2 * below(close, open);
  }

  /// Length of the real body.
  double body() {
    return Math.abs(close - open);
  }

  /// Upper end of the real body.
  double top() {
    return Math.max(open, close);
  }

  /// Lower end of the real body.
  double bottom() {
    return Math.min(open, close);
  }

  double middle() {
    return low + (high - low) / 2;
  }

  double upperShadow() {
    return high - top();
  }

  double lowerShadow() {
    return bottom() - low;
  }

  boolean isLong() {
    return isBelow(limit(BODY_LONG), body());
  }

  /// Not longer than usual. Rules that ask for a star or a candle engulfed say it so.
  boolean isShort() {
    return !isBelow(limit(BODY_SHORT), body());
  }

  /// Shorter than usual, which a body as long as usual is not. Rules that ask for a small body say
  /// it so.
  boolean isSmall() {
    return isBelow(body(), limit(BODY_SHORT));
  }

  /// Longer than short.
  boolean isNotShort() {
    return isBelow(limit(BODY_SHORT), body());
  }

  boolean isDoji() {
    return !isBelow(limit(BODY_DOJI), body());
  }

  /// A doji by the measure of an earlier candle.
  boolean isDojiBeside(Candle earlier) {
    return !isBelow(earlier.limit(BODY_DOJI), body());
  }

  boolean hasLongUpperShadow() {
    return isBelow(limit(SHADOW_LONG), upperShadow());
  }

  boolean hasLongLowerShadow() {
    return isBelow(limit(SHADOW_LONG), lowerShadow());
  }

  boolean hasVeryLongUpperShadow() {
    return isBelow(limit(SHADOW_VERY_LONG), upperShadow());
  }

  boolean hasVeryLongLowerShadow() {
    return isBelow(limit(SHADOW_VERY_LONG), lowerShadow());
  }

  boolean hasShortUpperShadow() {
    return isBelow(upperShadow(), limit(SHADOW_SHORT));
  }

  boolean hasShortLowerShadow() {
    return isBelow(lowerShadow(), limit(SHADOW_SHORT));
  }

  /// An upper shadow that is more than short.
  boolean hasMoreThanShortUpperShadow() {
    return isBelow(limit(SHADOW_SHORT), upperShadow());
  }

  /// An upper shadow worth the name: more than very short.
  boolean hasUpperShadow() {
    return isBelow(limit(SHADOW_VERY_SHORT), upperShadow());
  }

  /// A lower shadow worth the name: more than very short.
  boolean hasLowerShadow() {
    return isBelow(limit(SHADOW_VERY_SHORT), lowerShadow());
  }

  /// No upper shadow or a very short one.
  boolean hasNoUpperShadow() {
    return isBelow(upperShadow(), limit(SHADOW_VERY_SHORT));
  }

  /// No lower shadow or a very short one.
  boolean hasNoLowerShadow() {
    return isBelow(lowerShadow(), limit(SHADOW_VERY_SHORT));
  }

  boolean hasNoShadows() {
    return hasNoUpperShadow() & hasNoLowerShadow();
  }

  boolean hasNoShadowAtOpen() {
    return (isWhite() & hasNoLowerShadow()) | (!isWhite() & hasNoUpperShadow());
  }

  boolean hasNoShadowAtClose() {
    return (isWhite() & hasNoUpperShadow()) | (!isWhite() & hasNoLowerShadow());
  }

  /// The distance, in price units, that is near beside this candle.
  double near() {
    return limit(NEAR);
  }

  /// The distance, in price units, that is far beside this candle.
  double far() {
    return limit(FAR);
  }

  /// The distance, in price units, that is none beside this candle.
  double equal() {
    return limit(EQUAL);
  }

  /// Whether a price counts as equal to one of this candle's.
  boolean findsEqual(double price, double own) {
    return price <= own + limit(EQUAL) && price >= own - limit(EQUAL);
  }

  /// The whole body lies above the other's.
  boolean bodyGapsUpFrom(Candle other) {
    return bottom() > other.top();
  }

  /// The whole body lies below the other's.
  boolean bodyGapsDownFrom(Candle other) {
    return top() < other.bottom();
  }

  /// The whole candle lies above the other, shadows too.
  boolean gapsUpFrom(Candle other) {
    return low > other.high;
  }

  /// The whole candle lies below the other, shadows too.
  boolean gapsDownFrom(Candle other) {
    return high < other.low;
  }

  boolean opensWithinBodyOf(Candle other) {
    return open < other.top() && open > other.bottom();
  }

  boolean closesWithinBodyOf(Candle other) {
    return close < other.top() && close > other.bottom();
  }

  /// The body lies within the other's and touches neither end.
  boolean bodyIsInside(Candle other) {
    return top() < other.top() && bottom() > other.bottom();
  }

  /// The body lies within the other's and may touch its ends.
  boolean bodyFitsInto(Candle other) {
    return top() <= other.top() && bottom() >= other.bottom();
  }

  /// The range lies within the other's and touches neither end.
  boolean rangeIsInside(Candle other) {
    return high < other.high && low > other.low;
  }

  boolean hasLowerRangeThan(Candle other) {
    return high < other.high && low < other.low;
  }

  boolean hasHigherRangeThan(Candle other) {
    return high > other.high && low > other.low;
  }

  @Override
  public void state(StateCodec codec) {
    open = codec.real(open);
    high = codec.real(high);
    low = codec.real(low);
    close = codec.real(close);
    time = (int) codec.whole(time);
  }
}
