package quorate.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// What a price times a quantity of one instrument is worth, in units of 10⁻⁸ of its currency.
///
/// The multiplier and both scales are folded into one reduced fraction, so the usual case is one
/// 128-bit product and at most one division, rounded half-even; the rare case whose middle product
/// leaves 64 bits goes through `BigInteger` and gives the same result. Immutable; no allocation in
/// the usual case.
public final class Notional {
  private final Instrument instrument;
  private final long numerator;
  private final long denominator;

  private Notional(Instrument instrument, long numerator, long denominator) {
    this.instrument = instrument;
    this.numerator = numerator;
    this.denominator = denominator;
  }

  /// @throws ArithmeticException when multiplier and scales together leave the range of a `long`
  public static Notional of(Instrument instrument) {
    BigDecimal factor =
        instrument
            .multiplier()
            .movePointRight(Money.SCALE)
            .movePointLeft(instrument.priceScale() + instrument.quantityScale())
            .stripTrailingZeros();
    BigInteger above = factor.scale() > 0 ? factor.unscaledValue() : factor.toBigIntegerExact();
    BigInteger below = factor.scale() > 0 ? BigInteger.TEN.pow(factor.scale()) : BigInteger.ONE;
    BigInteger common = above.gcd(below);
    BigInteger numerator = above.divide(common);
    BigInteger denominator = below.divide(common);
    if (numerator.bitLength() > 63 || denominator.bitLength() > 63) {
      throw new ArithmeticException(
          "multiplier must stay within 18 digits together with the scales, but was %s at price scale %d and quantity scale %d (instrument \"%s\")"
              .formatted(
                  instrument.multiplier(),
                  instrument.priceScale(),
                  instrument.quantityScale(),
                  instrument.symbol()));
    }
    return new Notional(instrument, numerator.longValueExact(), denominator.longValueExact());
  }

  /// Worth of `quantity` at `price`, both scaled; negative when exactly one of them is.
  ///
  /// @return units of 10⁻⁸ of the instrument's currency, rounded half-even once
  /// @throws ArithmeticException when the result leaves ±92 billion currency units
  public long units(long price, long quantity) {
    long low = price * quantity;
    if (Math.multiplyHigh(price, quantity) == low >> 63) {
      long units = low * numerator;
      if (Math.multiplyHigh(low, numerator) == units >> 63) {
        return denominator == 1 ? units : divideHalfEven(units, denominator);
      }
    }
    return exactUnits(price, quantity);
  }

  public Money of(long price, long quantity) {
    return new Money(units(price, quantity), instrument.currency());
  }

  private long exactUnits(long price, long quantity) {
    BigDecimal product =
        new BigDecimal(
            BigInteger.valueOf(price)
                .multiply(BigInteger.valueOf(quantity))
                .multiply(BigInteger.valueOf(numerator)));
    BigInteger units =
        product
            .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_EVEN)
            .toBigIntegerExact();
    if (units.bitLength() > 63) {
      throw new ArithmeticException(
          "notional must be within ±92 billion %s, but was %s (instrument \"%s\", price %s, quantity %s)"
              .formatted(
                  instrument.currency(),
                  new BigDecimal(units, Money.SCALE).toPlainString(),
                  instrument.symbol(),
                  instrument.formatPrice(price),
                  instrument.formatQuantity(quantity)));
    }
    return units.longValueExact();
  }

  /// `dividend / divisor` rounded to the nearest whole number, ties to the even one.
  ///
  /// @param divisor positive
  public static long divideHalfEven(long dividend, long divisor) {
    long quotient = Math.floorDiv(dividend, divisor);
    long remainder = dividend - quotient * divisor;
    long rest = divisor - remainder;
    if (remainder > rest || (remainder == rest && (quotient & 1) == 1)) {
      quotient++;
    }
    return quotient;
  }
}
