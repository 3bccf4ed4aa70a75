package quorate.features.indicator.structure;

import quorate.features.indicator.profile.InnerBars;
import quorate.features.indicator.profile.VolumeProfile;

/// How often bars touched a price and how they went on from it.
///
/// A bar touches a price when it comes within one bin's width of it and closes on the side of the
/// price on which the bar before closed; a close at the price is on neither side.
final class NodeTouches {
  private final int reactionBars;
  private double width;
  private int count;
  private int judged;
  private double reached;
  private int sinceLast;

  /// @param reactionBars bars after a touch in which it is judged, at least 1
  NodeTouches(int reactionBars) {
    this.reactionBars = reactionBars;
  }

  /// Looks through all bars.
  ///
  /// @param binWidth how near a touch is
  void find(InnerBars bars, double price, double binWidth) {
    width = binWidth;
    count = 0;
    judged = 0;
    reached = 0;
    double near = binWidth * (1 + VolumeProfile.ROUNDING);
    for (int i = 0; i < bars.size(); i++) {
      if (bars.low(i) - price <= near && price - bars.high(i) <= near) {
        int side = side(bars.close(i), price);
        if (side * side(bars.close(i - 1), price) > 0) {
          count++;
          sinceLast = bars.size() - 1 - i;
          if (sinceLast >= reactionBars) {
            judged++;
            reached += furthest(bars, i, price, side);
          }
        }
      }
    }
  }

  /// +1 above the price, −1 below, 0 at it and for no close.
  private int side(double close, double price) {
    double off = close - price;
    return off > width * VolumeProfile.ROUNDING
        ? 1
        : off < -width * VolumeProfile.ROUNDING ? -1 : 0;
  }

  /// The furthest that the bars after a touch went away from the price, on the side of the touch.
  private double furthest(InnerBars bars, int touch, double price, int side) {
    double furthest = 0;
    for (int i = touch + 1; i <= touch + reactionBars; i++) {
      double away = side > 0 ? bars.high(i) - price : price - bars.low(i);
      furthest = Math.max(furthest, away);
    }
    return furthest;
  }

  int count() {
    return count;
  }

  /// Mean of how far prices went from the touches that are old enough to judge, in price units; 0
  /// when none is.
  double meanReaction() {
    return judged == 0 ? 0 : reached / judged;
  }

  /// Bars since the last touch, 0 when the newest bar touched; there must be one.
  int sinceLast() {
    return sinceLast;
  }
}
