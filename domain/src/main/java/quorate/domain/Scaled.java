package quorate.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Exact decimals as scaled `long`s: the number 3200.25 at scale 2 is 320025.
///
/// The scale is the number of decimal places, 0 to 18, and belongs to the instrument (or is
/// [Money#SCALE] for money); a scaled value alone does not know it.
public final class Scaled {
  /// The largest scale at which 1 still fits in a `long`.
  public static final int MAX_SCALE = 18;

  private static final long[] POWERS = new long[MAX_SCALE + 1];
  private static final double[] EXACT_POWERS = new double[MAX_SCALE + 1];

  static {
    long power = 1;
    for (int scale = 0; scale <= MAX_SCALE; scale++) {
      POWERS[scale] = power;
      EXACT_POWERS[scale] = power;
      power *= 10;
    }
  }

  private Scaled() {}

  /// Ten to the power of `scale`.
  public static long power(int scale) {
    if (scale < 0 || scale > MAX_SCALE) {
      throw new IllegalArgumentException(
          "scale must be from 0 to " + MAX_SCALE + " decimal places, but was " + scale);
    }
    return POWERS[scale];
  }

  /// The value of `decimal` at `scale`, exactly.
  ///
  /// @throws ArithmeticException when it has more decimal places than `scale` or is beyond the
  ///   range of a `long`; the message gives the rule and the value
  public static long exactly(BigDecimal decimal, int scale) {
    power(scale);
    BigDecimal shifted = decimal.stripTrailingZeros();
    if (shifted.scale() > scale) {
      throw new ArithmeticException(
          "value must have at most %d decimal places, but was %s"
              .formatted(scale, decimal.toPlainString()));
    }
    return toLong(shifted.setScale(scale).unscaledValue(), decimal, scale);
  }

  /// The value of `decimal` at `scale`, rounded half-even.
  ///
  /// @throws ArithmeticException when it is beyond the range of a `long`
  public static long rounded(BigDecimal decimal, int scale) {
    power(scale);
    BigDecimal shifted = decimal.setScale(scale, RoundingMode.HALF_EVEN);
    return toLong(shifted.unscaledValue(), shifted, scale);
  }

  private static long toLong(BigInteger scaled, BigDecimal decimal, int scale) {
    if (scaled.bitLength() >= 64) {
      throw new ArithmeticException(
          "value must be within ±%s at %d decimal places, but was %s"
              .formatted(decimal(Long.MAX_VALUE, scale), scale, decimal.toPlainString()));
    }
    return scaled.longValue();
  }

  /// Reads a plain or scientific decimal such as `3200.25`, `-1` or `1e-3` at `scale`, exactly.
  ///
  /// @throws NumberFormatException when the text is not a number
  /// @throws ArithmeticException when it does not fit the scale or the range
  public static long parse(String text, int scale) {
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw new NumberFormatException("value must be a decimal number, but was \"" + text + "\"");
    }
    if (Math.abs((long) decimal.scale()) > 1000) {
      throw new ArithmeticException("value must be of ordinary size, but was " + text);
    }
    return exactly(decimal, scale);
  }

  /// The exact decimal that a scaled value stands for.
  public static BigDecimal decimal(long value, int scale) {
    return BigDecimal.valueOf(value, scale);
  }

  /// The nearest `double`: the one named crossing from exact numbers to statistics.
  ///
  /// Nearest for values up to 2⁵³; beyond, within one unit in the last place of it.
  public static double toDouble(long value, int scale) {
    return value / EXACT_POWERS[scale];
  }

  /// The decimal as text with all its places, as a person writes it: `3200.25`.
  public static String format(long value, int scale) {
    return decimal(value, scale).toPlainString();
  }
}
