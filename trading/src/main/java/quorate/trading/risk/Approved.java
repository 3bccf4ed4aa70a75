package quorate.trading.risk;

import quorate.domain.Order;

/// The proof that an order passed the limits; only [RiskGate] can make one, and a broker takes
/// nothing else. Its trace on the tape is `OrderApproved`.
public final class Approved implements RiskVerdict {
  private final Order order;

  Approved(Order order) {
    this.order = order;
  }

  @Override
  public Order order() {
    return order;
  }

  @Override
  public String toString() {
    return "Approved[" + order + "]";
  }
}
