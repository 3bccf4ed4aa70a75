package quorate.features.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What can be observed of a bar itself; expressions write the names in lower case.
public enum BarField {
  OPEN("first price"),
  HIGH("highest price"),
  LOW("lowest price"),
  CLOSE("last price"),
  VOLUME("sum of quantities"),
  MEDIAN("(high + low) / 2"),
  TYPICAL("(high + low + close) / 3"),
  DAY_SINE("sin(2π · t), t the part of the exchange's day that is over when the bar ends"),
  DAY_COSINE("cos(2π · t), of the same t");

  private final String meaning;

  BarField(String meaning) {
    this.meaning = meaning;
  }

  /// As expressions write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String meaning() {
    return meaning;
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(BarField::text).toList();
  }
}
