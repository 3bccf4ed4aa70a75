package quorate.trading.risk;

import quorate.domain.Order;

/// Approves anything, for tests of the broker alone; being in this package it can.
public final class Pass {
  private Pass() {}

  public static Approved of(Order order) {
    return new Approved(order);
  }
}
