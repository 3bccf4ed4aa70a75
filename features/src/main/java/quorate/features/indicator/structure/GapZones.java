package quorate.features.indicator.structure;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The active fair value gaps that support prices from below, oldest first; those that resist from
/// above are the same with all prices negated.
///
/// Near edges rise from the oldest to the newest zone, because the bar that forms a zone stayed
/// above all older ones, or it would have touched and removed them. So a bar touches the newest
/// ones first, age takes the oldest, and the newest is always the nearest to the close: a ring with
/// two ends serves, each zone is looked at once when it goes, and an update costs O(1) on average.
final class GapZones implements Stateful {
  private final double[] near;
  private final double[] far;
  private final long[] formed;
  private int oldest;
  private int count;

  /// @param life bars after its own during which a zone is active, at least 1
  GapZones(int life) {
    near = new double[life + 1];
    far = new double[life + 1];
    formed = new long[life + 1];
  }

  /// Lets a bar pass: removes what is too old, what is broken and what is mitigated.
  ///
  /// @param bar number of the bar
  /// @return how many zones were mitigated: touched without a close beyond their far edge
  int pass(long bar, double low, double close) {
    int life = near.length - 1;
    while (count > 0 && bar - formed[oldest] > life) {
      oldest = oldest + 1 == near.length ? 0 : oldest + 1;
      count--;
    }
    int mitigated = 0;
    while (count > 0 && low <= near[newest()]) {
      if (close >= far[newest()]) {
        mitigated++;
      }
      count--;
    }
    return mitigated;
  }

  /// Takes in the zone that this bar forms, after it has passed.
  void form(long bar, double nearEdge, double farEdge) {
    count++;
    near[newest()] = nearEdge;
    far[newest()] = farEdge;
    formed[newest()] = bar;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /// Near edge of the nearest zone; there must be one, as for the two below.
  double near() {
    return near[newest()];
  }

  /// Near edge less far edge.
  double size() {
    return near[newest()] - far[newest()];
  }

  /// Bars since it was formed.
  long age(long bar) {
    return bar - formed[newest()];
  }

  private int newest() {
    int at = oldest + count - 1;
    return at >= near.length ? at - near.length : at;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(near);
    codec.reals(far);
    for (int i = 0; i < formed.length; i++) {
      formed[i] = codec.whole(formed[i]);
    }
    oldest = (int) codec.whole(oldest);
    count = (int) codec.whole(count);
  }
}
