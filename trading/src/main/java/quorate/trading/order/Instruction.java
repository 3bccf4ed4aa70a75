package quorate.trading.order;

import quorate.domain.Order;

/// One step towards a target: what to ask of risk and the broker next.
public sealed interface Instruction {
  /// Ask risk, and send what it approves.
  record Submit(Order order) implements Instruction {}

  /// Ask risk for the entry, send it, and only then ask for its two ways out; an entry that cannot
  /// have both of them is taken back.
  record Enter(Bracket bracket) implements Instruction {}

  /// Take an order back; needs no approval.
  record Cancel(long orderId) implements Instruction {}
}
