package quorate.market.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import quorate.domain.Scaled;

/// Reads decimals from bytes to scaled `long`s, exactly; says when a value had more decimals than
/// the scale and was rounded half-even.
///
/// Plain decimals of up to 18 digits take one pass without allocation; scientific notation and
/// longer ones go through [BigDecimal].
final class Decimals {
  private static final int EASY_DIGITS = 18;

  private final byte point;
  private boolean exact;

  Decimals(char point) {
    this.point = (byte) point;
  }

  /// Whether the last value fitted its scale.
  boolean isExact() {
    return exact;
  }

  /// The value at `scale`, divided by 10^`shift`.
  ///
  /// @throws NumberFormatException when the text is not a number
  /// @throws ArithmeticException when it is beyond the range of a `long`
  long read(byte[] bytes, int from, int to, int scale, int shift) {
    int at = from;
    int end = to;
    while (at < end && bytes[at] == ' ') {
      at++;
    }
    while (end > at && bytes[end - 1] == ' ') {
      end--;
    }
    int begin = at;
    boolean negative = at < end && bytes[at] == '-';
    if (negative || (at < end && bytes[at] == '+')) {
      at++;
    }
    long value = 0;
    int digits = 0;
    int places = -1;
    for (; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit >= 0 && digit <= 9) {
        value = value * 10 + digit;
        digits++;
        if (places >= 0) {
          places++;
        }
        if (digits > EASY_DIGITS) {
          return hard(bytes, begin, end, scale, shift);
        }
      } else if (bytes[at] == point && places < 0) {
        places = 0;
      } else {
        return hard(bytes, begin, end, scale, shift);
      }
    }
    if (digits == 0) {
      throw notANumber(bytes, begin, end);
    }
    int missing = scale - (Math.max(places, 0) + shift);
    exact = true;
    if (missing > 0) {
      if (missing > Scaled.MAX_SCALE || value > Long.MAX_VALUE / Scaled.power(missing)) {
        return hard(bytes, begin, end, scale, shift);
      }
      value *= Scaled.power(missing);
    } else if (missing < 0) {
      value = shortened(value, -missing);
    }
    return negative ? -value : value;
  }

  private long shortened(long value, int surplus) {
    if (surplus > Scaled.MAX_SCALE) {
      exact = value == 0;
      return 0;
    }
    long unit = Scaled.power(surplus);
    long whole = value / unit;
    long rest = value - whole * unit;
    if (rest == 0) {
      return whole;
    }
    exact = false;
    long above = rest - (unit - rest);
    return above > 0 || (above == 0 && (whole & 1) == 1) ? whole + 1 : whole;
  }

  private long hard(byte[] bytes, int from, int to, int scale, int shift) {
    String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    BigDecimal decimal;
    try {
      decimal = new BigDecimal(point == ',' ? text.replace('.', '!').replace(',', '.') : text);
    } catch (NumberFormatException e) {
      throw notANumber(bytes, from, to);
    }
    if (Math.abs((long) decimal.scale()) > 1000) {
      throw new ArithmeticException("must be of ordinary size, but was " + Excerpt.of(text));
    }
    decimal = decimal.movePointLeft(shift);
    BigDecimal fitted = decimal.setScale(scale, RoundingMode.HALF_EVEN);
    exact = fitted.compareTo(decimal) == 0;
    if (fitted.unscaledValue().bitLength() > 63) {
      throw new ArithmeticException(
          "must be within ±%s, but was \"%s\""
              .formatted(Scaled.format(Long.MAX_VALUE, scale), Excerpt.of(text)));
    }
    return fitted.unscaledValue().longValue();
  }

  private static NumberFormatException notANumber(byte[] bytes, int from, int to) {
    return new NumberFormatException(
        "must be a number, but was \"%s\""
            .formatted(Excerpt.of(new String(bytes, from, to - from, StandardCharsets.UTF_8))));
  }
}
