package quorate.features.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How features are put together; expressions write the names in lower case.
public enum FeatureFunction {
  GAP("a, b", "(a − b) / |b|, 0 where b is 0; its sign is exactly that of a − b"),
  DISTANCE("a, b, unit", "(a − b) / unit, 0 where the unit is 0"),
  ADD("a, b", "a + b"),
  SUBTRACT("a, b", "a − b"),
  MULTIPLY("a, b", "a · b"),
  DIVIDE("a, b", "a / b, 0 where b is 0"),
  LN("x", "natural logarithm; x must be above 0"),
  LOG10("x", "logarithm to base 10; x must be above 0"),
  LOG1P("x", "log(1 + x); x must be above −1"),
  EXP("x", "e to the power of x; x must be below 709.78"),
  SQRT("x", "square root; x must be at least 0"),
  FLOOR("x", "the next whole number down"),
  CEIL("x", "the next whole number up"),
  SIN("x", "sine of x radians"),
  COS("x", "cosine of x radians"),
  TAN("x", "tangent of x radians"),
  ASIN("x", "arc sine in radians; x must be from −1 to 1"),
  ACOS("x", "arc cosine in radians; x must be from −1 to 1"),
  ATAN("x", "arc tangent in radians"),
  SINH("x", "hyperbolic sine; x must be between −710 and 710"),
  COSH("x", "hyperbolic cosine; x must be between −710 and 710"),
  TANH("x", "hyperbolic tangent"),
  LAG("x, bars", "x as it was so many bars ago; 1 to 100000 bars"),
  MACRO("feature", "one of the economy's numbers as it was known when the bar ended", "macro"),
  TEXT("feature", "what texts about the instrument said, as known when the bar ended", "text");

  private final String arguments;
  private final String formula;
  private final String page;

  FeatureFunction(String arguments, String formula) {
    this(arguments, formula, "");
  }

  FeatureFunction(String arguments, String formula, String page) {
    this.arguments = arguments;
    this.formula = formula;
    this.page = page;
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

  /// Name of the page in `docs/features` that lists what it may be given; empty when there is none.
  public String page() {
    return page;
  }

  public static List<String> names() {
    return Arrays.stream(values()).map(FeatureFunction::text).toList();
  }
}
