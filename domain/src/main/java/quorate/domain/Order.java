package quorate.domain;

/// An instruction to trade.
///
/// Orders of one `group` cancel each other: when one trades, the others shrink by as much (OCO). An
/// order with a `parent` sleeps until its parent trades and is then as large as the parent's filled
/// quantity, so an entry with a group of stop and target as children is a bracket.
///
/// @param id unique in the run, positive, increasing
/// @param instrument number of the instrument in the run
/// @param side buy or sell
/// @param terms market, limit or stop
/// @param quantity scaled, positive, whole lots
/// @param timeInForce how long it stays
/// @param group number of its one-cancels-other group, 0 for none
/// @param parent id of the order that wakes it, 0 for none
/// @param purpose what it is for
/// @param createdNs UTC nanoseconds of the event it was made on; it fills on a later event
public record Order(
    long id,
    int instrument,
    Side side,
    OrderTerms terms,
    long quantity,
    TimeInForce timeInForce,
    long group,
    long parent,
    Purpose purpose,
    long createdNs) {
  public Order {
    if (id <= 0) {
      throw new IllegalArgumentException("order id must be positive, but was " + id);
    }
    if (quantity <= 0) {
      throw new IllegalArgumentException(
          "quantity must be positive, but was %d (order %d)".formatted(quantity, id));
    }
    if (group < 0 || parent < 0 || parent >= id) {
      throw new IllegalArgumentException(
          "group and parent must be 0 or an earlier order's, but were %d and %d (order %d)"
              .formatted(group, parent, id));
    }
  }

  /// A lone market order, good till cancelled.
  public static Order market(
      long id, int instrument, Side side, long quantity, Purpose purpose, long createdNs) {
    return new Order(
        id,
        instrument,
        side,
        OrderTerms.MARKET,
        quantity,
        TimeInForce.GOOD_TILL_CANCELLED,
        0,
        0,
        purpose,
        createdNs);
  }

  /// A lone limit order, good till cancelled.
  public static Order limit(
      long id,
      int instrument,
      Side side,
      long quantity,
      long price,
      Purpose purpose,
      long createdNs) {
    return new Order(
        id,
        instrument,
        side,
        new OrderTerms.Limit(price),
        quantity,
        TimeInForce.GOOD_TILL_CANCELLED,
        0,
        0,
        purpose,
        createdNs);
  }

  /// A lone stop order, good till cancelled.
  public static Order stop(
      long id,
      int instrument,
      Side side,
      long quantity,
      long price,
      Purpose purpose,
      long createdNs) {
    return new Order(
        id,
        instrument,
        side,
        new OrderTerms.Stop(price),
        quantity,
        TimeInForce.GOOD_TILL_CANCELLED,
        0,
        0,
        purpose,
        createdNs);
  }

  public Order inGroup(long newGroup) {
    return new Order(
        id, instrument, side, terms, quantity, timeInForce, newGroup, parent, purpose, createdNs);
  }

  public Order childOf(long newParent) {
    return new Order(
        id, instrument, side, terms, quantity, timeInForce, group, newParent, purpose, createdNs);
  }

  public Order withQuantity(long newQuantity) {
    return new Order(
        id, instrument, side, terms, newQuantity, timeInForce, group, parent, purpose, createdNs);
  }

  public Order goodFor(TimeInForce newTimeInForce) {
    return new Order(
        id, instrument, side, terms, quantity, newTimeInForce, group, parent, purpose, createdNs);
  }
}
