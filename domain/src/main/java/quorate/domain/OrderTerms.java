package quorate.domain;

/// At what price an order may trade.
public sealed interface OrderTerms {
  /// At once, at the market's price.
  record Market() implements OrderTerms {}

  /// At `price` or better.
  ///
  /// @param price scaled
  record Limit(long price) implements OrderTerms {}

  /// At the market's price once the market has reached `price` (at or above for a buy, at or below
  /// for a sell).
  ///
  /// @param price scaled trigger
  record Stop(long price) implements OrderTerms {}

  Market MARKET = new Market();
}
