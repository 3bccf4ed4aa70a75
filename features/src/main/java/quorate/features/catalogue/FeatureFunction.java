package quorate.features.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How features are put together; expressions write the names in lower case.
public enum FeatureFunction {
  GAP("a, b", "(a − b) / |b|, 0 where b is 0; its sign is exactly that of a − b"),
  DISTANCE("a, b, unit", "(a − b) / unit, 0 where the unit is 0"),
  LOG1P("x", "log(1 + x); x must be above −1"),
  LAG("x, bars", "x as it was so many bars ago; 1 to 100000 bars");

  private final String arguments;
  private final String formula;

  FeatureFunction(String arguments, String formula) {
    this.arguments = arguments;
    this.formula = formula;
  }

  /// As expressions write it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Names of the arguments, all of which must be given.
  public List<String> arguments() {
    return List.of(arguments.split(", "));
  }

  public String formula() {
    return formula;
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(FeatureFunction::text).toList();
  }
}
