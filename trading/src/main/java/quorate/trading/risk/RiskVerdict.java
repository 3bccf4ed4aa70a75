package quorate.trading.risk;

import quorate.domain.Order;

/// What risk says to an order.
public sealed interface RiskVerdict permits Approved, Refused {
  Order order();
}
