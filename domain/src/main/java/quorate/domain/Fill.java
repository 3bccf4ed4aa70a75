package quorate.domain;

/// A trade of ours: so much of an order, at a price, with what it cost.
///
/// The price already contains spread and slippage; they are stated again as money so that costs can
/// be split, and must not be charged twice.
///
/// @param orderId whose fill it is
/// @param instrument number of the instrument in the run
/// @param timeNs UTC nanoseconds of the event it happened on
/// @param side buy or sell
/// @param price scaled, on the tick grid
/// @param quantity scaled, positive
/// @param commission charged on top; 0 or more, negative for a rebate
/// @param spread part of the price: half the spread paid; 0 or more
/// @param slippage part of the price: the move against us; 0 or more
public record Fill(
    long orderId,
    int instrument,
    long timeNs,
    Side side,
    long price,
    long quantity,
    Money commission,
    Money spread,
    Money slippage) {
  public Fill {
    if (quantity <= 0) {
      throw new IllegalArgumentException(
          "filled quantity must be positive, but was %d (order %d)".formatted(quantity, orderId));
    }
  }

  /// What the fill adds to the position.
  public long signedQuantity() {
    return side.sign() * quantity;
  }
}
