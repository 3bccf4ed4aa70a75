package quorate.domain;

import java.math.BigDecimal;

/// An exact amount of one currency, counted in units of 10⁻⁸.
///
/// Range ±92 billion. Adding different currencies is refused; overflow throws rather than wraps.
///
/// @param units the amount in 10⁻⁸ of the currency; negative is owed or lost
/// @param currency what is counted
public record Money(long units, Currency currency) {
  /// Decimal places of every amount of money.
  public static final int SCALE = 8;

  /// Units in one whole currency unit.
  public static final long ONE = 100_000_000L;

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /// Reads an amount such as `100000` or `12.5`, exactly.
  public static Money of(String amount, Currency currency) {
    return new Money(Scaled.parse(amount, SCALE), currency);
  }

  public static Money ofUnits(long units, Currency currency) {
    return new Money(units, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(units, same(other).units), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(units, same(other).units), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(units), currency);
  }

  public boolean isNegative() {
    return units < 0;
  }

  public boolean isZero() {
    return units == 0;
  }

  public BigDecimal decimal() {
    return Scaled.decimal(units, SCALE);
  }

  /// The nearest `double`, for statistics only.
  public double toDouble() {
    return Scaled.toDouble(units, SCALE);
  }

  private Money same(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "amounts must be in one currency, but were " + this + " and " + other);
    }
    return other;
  }

  @Override
  public String toString() {
    BigDecimal stripped = decimal().stripTrailingZeros();
    return stripped.setScale(Math.max(2, stripped.scale())).toPlainString() + " " + currency;
  }
}
