package quorate.features.correlation;

import java.util.List;
import quorate.features.covariance.Returns;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The returns of the last so many days.
final class DayRing implements Stateful {
  private final List<String> assets;
  private final double[][] ring;
  private long days;

  /// @param assets a name for each column
  /// @param size days kept
  DayRing(List<String> assets, int size) {
    this.assets = List.copyOf(assets);
    if (assets.size() < 2) {
      throw new IllegalArgumentException(
          "correlation needs at least 2 assets, but was given " + assets.size());
    }
    this.ring = new double[size][assets.size()];
  }

  /// Copies a day in; allocates nothing.
  void push(double[] returns) {
    Returns.check(returns, assets, days);
    System.arraycopy(returns, 0, ring[(int) (days % ring.length)], 0, returns.length);
    days++;
  }

  boolean full() {
    return days >= ring.length;
  }

  long days() {
    return days;
  }

  List<String> assets() {
    return assets;
  }

  /// The days kept, oldest first, once the ring is full; the rows are shared and change later.
  double[][] oldestFirst() {
    if (!full()) {
      throw new IllegalStateException(
          "needs %d days of returns, but had %d".formatted(ring.length, days));
    }
    double[][] ordered = new double[ring.length][];
    for (int i = 0; i < ring.length; i++) {
      ordered[i] = ring[(int) ((days + i) % ring.length)];
    }
    return ordered;
  }

  @Override
  public void state(StateCodec codec) {
    codec.mark("days of " + String.join(", ", assets));
    days = codec.whole(days);
    for (double[] row : ring) {
      codec.reals(row);
    }
  }
}
