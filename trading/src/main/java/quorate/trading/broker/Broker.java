package quorate.trading.broker;

import quorate.trading.order.WorkingOrders;
import quorate.trading.risk.Approved;

/// The doorway to a venue, simulated or real. Belongs to the loop's thread.
public interface Broker {
  /// Sends an order. Whether it was accepted is said by [#poll].
  void submit(Approved order);

  /// Asks to take an order back, with its sleeping children. Nothing happens when it is done
  /// already, which may be news on its way.
  void cancel(long orderId);

  /// Hands over everything that happened since the last call. Costs a comparison when nothing did.
  void poll(BrokerEvents into);

  /// What is sent and not done; an order counts from [#submit] on.
  WorkingOrders working();
}
