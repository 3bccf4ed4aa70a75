package quorate.trading.valuation;

/// Exact shares of 64-bit amounts through a 128-bit product, rounded half-even once.
public final class Proportion {
  private static final long DIGIT = 0xFFFF_FFFFL;

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
    } else if (Long.compareUnsigned(high, whole) < 0) {
      quotient = divide(high, low, whole);
      remainder = low - quotient * whole;
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

  /// The 128-bit number `high:low` divided by `divisor`, two 32-bit digits at a time: algorithm D
  /// of Knuth, The Art of Computer Programming 4.3.1, as in Warren, Hacker's Delight, `divlu`.
  /// `BigInteger` gives the same and allocates.
  ///
  /// @param divisor positive, above `high`
  private static long divide(long high, long low, long divisor) {
    int shift = Long.numberOfLeadingZeros(divisor);
    long scaled = divisor << shift;
    long rest = high << shift | low >>> 1 >>> (63 - shift);
    long digits = low << shift;
    long first = digit(rest, digits >>> 32, scaled);
    rest = (rest << 32 | digits >>> 32) - first * scaled;
    long second = digit(rest, digits & DIGIT, scaled);
    return (first << 32) + second;
  }

  /// The next 32-bit digit of a quotient.
  private static long digit(long rest, long next, long divisor) {
    long top = divisor >>> 32;
    long bottom = divisor & DIGIT;
    long guess = Long.divideUnsigned(rest, top);
    long left = rest - guess * top;
    while (guess > DIGIT || Long.compareUnsigned(guess * bottom, left << 32 | next) > 0) {
      guess--;
      left += top;
      if (left > DIGIT) {
        break;
      }
    }
    return guess;
  }

  private static ArithmeticException overflow(long amount, long part, long whole) {
    return new ArithmeticException(
        "share must stay within 64 bits, but was %d · %d / %d".formatted(amount, part, whole));
  }
}
