package quorate.trading.order;

/// The numbers of a run's orders: 1, 2, 3, … The last one given is its whole state.
public final class OrderIds {
  private long last;

  private OrderIds(long last) {
    this.last = last;
  }

  public static OrderIds fromOne() {
    return new OrderIds(0);
  }

  /// Goes on after an interrupted run.
  ///
  /// @param last the last number that was given, 0 or more
  public static OrderIds after(long last) {
    if (last < 0) {
      throw new IllegalArgumentException("last order id must be 0 or more, but was " + last);
    }
    return new OrderIds(last);
  }

  public long next() {
    return ++last;
  }

  public long last() {
    return last;
  }
}
