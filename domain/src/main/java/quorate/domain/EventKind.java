package quorate.domain;

/// What a market event says. The order is part of the tape format: append only.
public enum EventKind {
  /// Somebody traded: price and quantity.
  TRADE,
  /// The best bid and ask changed: two prices and two sizes.
  QUOTE,
  /// A finished bar from outside: four prices, volume and its start.
  BAR
}
