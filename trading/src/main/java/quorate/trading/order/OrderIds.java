package quorate.trading.order;

/// The numbers of a run's orders: 1, 2, 3, …
public final class OrderIds {
  private long last;

  private OrderIds() {}

  public static OrderIds fromOne() {
    return new OrderIds();
  }

  public long next() {
    return ++last;
  }

  public long last() {
    return last;
  }
}
