package quorate.research.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Compact numbers for the page's scripts.
final class Json {
  private Json() {}

  static String text(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || Character.isSurrogate(c)) {
        json.append("\\u")
            .append(Character.forDigit(c >> 12, 16))
            .append(Character.forDigit(c >> 8 & 15, 16))
            .append(Character.forDigit(c >> 4 & 15, 16))
            .append(Character.forDigit(c & 15, 16));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }

  /// Whole seconds: the first, then each difference to the one before.
  static String secondsByDifference(long[] timesNs) {
    StringBuilder json = new StringBuilder("[");
    long before = 0;
    for (int i = 0; i < timesNs.length; i++) {
      long seconds = Math.floorDiv(timesNs[i], 1_000_000_000L);
      json.append(i == 0 ? "" : ",").append(seconds - before);
      before = seconds;
    }
    return json.append(']').toString();
  }

  static String rounded(double[] values, int places) {
    StringBuilder json = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      json.append(i == 0 ? "" : ",").append(rounded(values[i], places));
    }
    return json.append(']').toString();
  }

  static String rounded(double value, int places) {
    BigDecimal decimal =
        BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros();
    return decimal.toPlainString();
  }
}
