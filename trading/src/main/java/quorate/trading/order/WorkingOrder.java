package quorate.trading.order;

import quorate.domain.Order;

/// An order that is with the broker and not done, as it stood when asked.
///
/// @param order as it was sent
/// @param remaining what may still trade, scaled; 0 while it sleeps behind its parent
/// @param filled what has traded, scaled
public record WorkingOrder(Order order, long remaining, long filled) {}
