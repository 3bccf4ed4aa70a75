package quorate.features.catalogue;

import quorate.features.expression.Expression;

/// One number that an indicator is set by.
///
/// @param name as formulas call it
/// @param unit what it counts, in the singular, such as `bar`; empty for a plain number
/// @param defaultValue used when it is not given
/// @param min least value allowed
/// @param max largest value allowed
/// @param whole whether it must be a whole number
public record Parameter(
    String name, String unit, double defaultValue, double min, double max, boolean whole) {
  public Parameter {
    if (!(min <= defaultValue && defaultValue <= max)) {
      throw new IllegalArgumentException(
          "default must be from %s to %s, but was %s (parameter \"%s\")"
              .formatted(min, max, defaultValue, name));
    }
  }

  /// The value, when it is allowed.
  ///
  /// @param feature whose it is, for the message
  /// @throws IllegalArgumentException when it is not
  public double check(double value, String feature) {
    if (whole && value != Math.rint(value)) {
      throw broken("a whole number", value, feature);
    }
    if (value < min) {
      throw broken("at least " + withUnit(min), value, feature);
    }
    if (value > max) {
      throw broken("at most " + withUnit(max), value, feature);
    }
    return value;
  }

  private IllegalArgumentException broken(String rule, double value, String feature) {
    return new IllegalArgumentException(
        "%s must be %s, but was %s (feature \"%s\")".formatted(name, rule, text(value), feature));
  }

  private String withUnit(double value) {
    return text(value) + (unit.isEmpty() ? "" : value == 1 ? " " + unit : " " + unit + "s");
  }

  private static String text(double value) {
    return new Expression.Literal(value).text();
  }
}
