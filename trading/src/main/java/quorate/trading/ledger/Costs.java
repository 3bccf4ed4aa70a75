package quorate.trading.ledger;

import quorate.domain.Money;

/// What trading has cost so far, in the base currency at the rates of when it was asked.
///
/// @param commission charged on top of the prices
/// @param spread paid inside the prices
/// @param slippage paid inside the prices
public record Costs(Money commission, Money spread, Money slippage) {
  public Money total() {
    return commission.plus(spread).plus(slippage);
  }
}
