package quorate.domain;

import java.util.regex.Pattern;

/// The unit that money is counted in: an ISO code such as `USD`, or a coin such as `USDT`.
///
/// @param code two to eight capital letters or digits
public record Currency(String code) implements Comparable<Currency> {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,8}");

  public static final Currency USD = new Currency("USD");
  public static final Currency EUR = new Currency("EUR");

  public Currency {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException(
          "currency must be 2 to 8 capital letters or digits, but was \"" + code + "\"");
    }
  }

  public static Currency of(String code) {
    return new Currency(code);
  }

  @Override
  public int compareTo(Currency other) {
    return code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return code;
  }
}
