package quorate.domain;

/// What an instrument is, which decides how it is paid for and accounted.
public enum InstrumentKind {
  /// A contract without a purchase price: profit and loss move to cash at every daily mark.
  FUTURE,
  /// A share: bought with cash, worth its price times its quantity.
  EQUITY,
  /// A coin against a currency, fully paid.
  CRYPTO,
  /// A currency pair, quoted as quote currency per unit of base currency.
  FX,
  /// A number that is published but cannot be owned; traded as a fully paid notional in research.
  INDEX;

  /// Whether a position is margined: no cash for the notional, profit and loss marked daily.
  public boolean isMargined() {
    return this == FUTURE;
  }
}
