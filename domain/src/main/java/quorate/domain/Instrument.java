package quorate.domain;

import java.math.BigDecimal;

/// One thing that can be traded or watched, with the rules of its numbers.
///
/// A scaled price `p` means `p / 10^priceScale`, a scaled quantity `q` means `q /
/// 10^quantityScale`.
///
/// @param symbol unique name, such as `ESH0` or `BTC-USD`
/// @param venue where it trades, such as `XCME`
/// @param sector free grouping for reports, such as `equity-index`
/// @param kind decides payment and accounting
/// @param tickSize smallest price step, scaled by `priceScale`, at least 1
/// @param lotSize smallest quantity step, scaled by `quantityScale`, at least 1
/// @param multiplier currency units that one whole price point of one whole unit is worth; positive
/// @param currency of the notional, costs and profit
/// @param priceScale decimal places of prices, 0 to 12
/// @param quantityScale decimal places of quantities, 0 to 12
/// @param calendar name of its session calendar
public record Instrument(
    String symbol,
    String venue,
    String sector,
    InstrumentKind kind,
    long tickSize,
    long lotSize,
    BigDecimal multiplier,
    Currency currency,
    int priceScale,
    int quantityScale,
    String calendar) {

  private static final int MAX_SCALE = 12;

  public Instrument {
    if (symbol.isBlank()) {
      throw new IllegalArgumentException("symbol must not be blank");
    }
    check(priceScale >= 0 && priceScale <= MAX_SCALE, "price scale", "0 to 12", priceScale, symbol);
    check(
        quantityScale >= 0 && quantityScale <= MAX_SCALE,
        "quantity scale",
        "0 to 12",
        quantityScale,
        symbol);
    check(tickSize > 0, "tick size", "positive", tickSize, symbol);
    check(lotSize > 0, "lot size", "positive", lotSize, symbol);
    check(multiplier.signum() > 0, "multiplier", "positive", multiplier, symbol);
  }

  private static void check(
      boolean holds, String what, String rule, Object found, String instrument) {
    if (!holds) {
      throw new IllegalArgumentException(
          "%s must be %s, but was %s (instrument \"%s\")".formatted(what, rule, found, instrument));
    }
  }

  /// Reads a price such as `3200.25`.
  ///
  /// @throws ArithmeticException when it has more places than the instrument or is beyond its range
  public long parsePrice(String text) {
    return Scaled.parse(text, priceScale);
  }

  /// Reads a quantity such as `0.5`.
  public long parseQuantity(String text) {
    return Scaled.parse(text, quantityScale);
  }

  /// A scaled price as a `double`, for features and statistics only.
  public double priceAsDouble(long price) {
    return Scaled.toDouble(price, priceScale);
  }

  /// A scaled quantity as a `double`, for features and statistics only.
  public double quantityAsDouble(long quantity) {
    return Scaled.toDouble(quantity, quantityScale);
  }

  public String formatPrice(long price) {
    return Scaled.format(price, priceScale);
  }

  public String formatQuantity(long quantity) {
    return Scaled.format(quantity, quantityScale);
  }

  /// Whether a price lies on the tick grid.
  public boolean isOnGrid(long price) {
    return price % tickSize == 0;
  }

  /// The largest whole number of lots that is not above `quantity` in size; keeps its sign.
  public long wholeLots(long quantity) {
    return quantity / lotSize * lotSize;
  }
}
