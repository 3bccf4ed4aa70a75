package quorate.domain;

import java.math.BigDecimal;

/// Instruments for the tests of this package.
final class Specimens {
  private Specimens() {}

  /// A future with prices of two places on a grid of 0.25 and a point worth fifty dollars.
  static Instrument future() {
    return new Instrument(
        "ESH0",
        "XCME",
        "equity-index",
        InstrumentKind.FUTURE,
        25,
        1,
        new BigDecimal("50"),
        Currency.USD,
        2,
        0,
        "CME_EQUITY");
  }

  static Instrument named(String symbol) {
    return scaled(symbol, "1", 2, 0);
  }

  static Instrument scaled(String symbol, String multiplier, int priceScale, int quantityScale) {
    return stepping(symbol, 1, 1, multiplier, priceScale, quantityScale);
  }

  static Instrument stepping(
      String symbol,
      long tickSize,
      long lotSize,
      String multiplier,
      int priceScale,
      int quantityScale) {
    return new Instrument(
        symbol,
        "XTST",
        "test",
        InstrumentKind.CRYPTO,
        tickSize,
        lotSize,
        new BigDecimal(multiplier),
        Currency.USD,
        priceScale,
        quantityScale,
        "ALWAYS");
  }
}
