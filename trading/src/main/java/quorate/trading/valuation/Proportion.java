package quorate.trading.valuation;

/// Exact shares of 64-bit amounts through a 128-bit product, rounded half-even once.
public final class Proportion {
  private Proportion() {}

  /// `amount · part / whole`, to the nearest whole number, ties to the even one.
  ///
  /// Allocates nothing; a few nanoseconds.
  ///
  /// @param whole positive
  /// @throws ArithmeticException when the result leaves the range of a `long`
  public static long of(long amount, long part, long whole) {
    if (whole <= 0) {
      throw new IllegalArgumentException("the whole must be positive, but was " + whole);
    }
    boolean negative = (amount < 0) != (part < 0);
    long a = Math.abs(amount);
    long b = Math.abs(part);
    long high = Math.unsignedMultiplyHigh(a, b);
    long low = a * b;
    long quotient;
    long remainder;
    if (high == 0) {
      quotient = Long.divideUnsigned(low, whole);
      remainder = low - quotient * whole;
    } else if (high < whole) {
      remainder = high;
      quotient = 0;
      // Long division bit by bit: the middle product rarely leaves 64 bits, and this is shorter to
      // trust than Knuth's algorithm D.
      for (int bit = 63; bit >= 0; bit--) {
        remainder = remainder << 1 | (low >>> bit & 1);
        quotient <<= 1;
        if (remainder < 0 || remainder >= whole) {
          remainder -= whole;
          quotient |= 1;
        }
      }
    } else {
      throw overflow(amount, part, whole);
    }
    long rest = whole - remainder;
    if (remainder > rest || (remainder == rest && (quotient & 1) == 1)) {
      quotient++;
    }
    if (quotient < 0) {
      throw overflow(amount, part, whole);
    }
    return negative ? -quotient : quotient;
  }

  private static ArithmeticException overflow(long amount, long part, long whole) {
    return new ArithmeticException(
        "share must stay within 64 bits, but was %d · %d / %d".formatted(amount, part, whole));
  }
}
