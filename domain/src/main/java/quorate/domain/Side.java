package quorate.domain;

/// The direction of an order or fill.
public enum Side {
  BUY(1),
  SELL(-1);

  private final int sign;

  Side(int sign) {
    this.sign = sign;
  }

  /// +1 for buying, −1 for selling: what a fill adds to the position per unit.
  public int sign() {
    return sign;
  }

  public Side opposite() {
    return this == BUY ? SELL : BUY;
  }

  /// The side that moves a position by `quantity`.
  ///
  /// @param quantity not zero
  public static Side of(long quantity) {
    if (quantity == 0) {
      throw new IllegalArgumentException("quantity must not be 0 to have a side");
    }
    return quantity > 0 ? BUY : SELL;
  }
}
