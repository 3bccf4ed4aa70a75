package quorate.research.page;

import java.util.ArrayList;
import java.util.List;

/// A vertical axis with round marks.
///
/// @param low value at the bottom
/// @param high value at the top, above `low`
/// @param step between marks
record ValueAxis(double low, double high, double step) {
  private static final double AIR = 0.04;
  private static final int MARKS = 5;

  /// An axis that holds these values with a little air around them.
  static ValueAxis around(double lowest, double highest) {
    double span = highest - lowest;
    double air = span > 0 ? span * AIR : Math.max(1e-9, Math.abs(highest) * AIR);
    return exactly(lowest - air, highest + air);
  }

  /// An axis from one value to the other, without air.
  static ValueAxis exactly(double low, double high) {
    double rough = (high - low) / MARKS;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double lead = rough / power;
    double round = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10;
    return new ValueAxis(low, high, round * power);
  }

  /// The round values inside, lowest first.
  List<Double> marks() {
    List<Double> marks = new ArrayList<>();
    for (long k = (long) Math.ceil(low / step); k * step <= high; k++) {
      marks.add(k * step);
    }
    return marks;
  }

  /// Decimal places that tell two marks apart.
  int places() {
    double log = -Math.log10(step);
    int places = (int) Math.max(0, Math.ceil(log - 1e-9));
    boolean half =
        Math.abs(step * Math.pow(10, places) - Math.rint(step * Math.pow(10, places))) > 1e-6;
    return half ? places + 1 : places;
  }

  /// Distance from the top as a share of the height, 0 to 1 inside.
  double fromTop(double value) {
    return (high - value) / (high - low);
  }
}
