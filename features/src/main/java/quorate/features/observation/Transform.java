package quorate.features.observation;

import java.util.Locale;

/// The functions of one number, with the rule that says where each is defined. They are those of
/// `StrictMath`, so that values are equal on every machine.
enum Transform {
  LN("above 0"),
  LOG10("above 0"),
  LOG1P("above -1"),
  EXP("below 709.78"),
  SQRT("at least 0"),
  FLOOR,
  CEIL,
  SIN,
  COS,
  TAN,
  ASIN("from -1 to 1"),
  ACOS("from -1 to 1"),
  ATAN,
  SINH("between -710 and 710"),
  COSH("between -710 and 710"),
  TANH;

  private final String rule;

  Transform() {
    this("finite");
  }

  Transform(String rule) {
    this.rule = rule;
  }

  /// @param feature whose part it is, for the message
  /// @throws ArithmeticException where the function is not defined or no `double` holds it
  double of(double x, String feature) {
    if (!isDefinedAt(x)) {
      throw new ArithmeticException(
          "argument of %s must be %s, but was %s (feature \"%s\")"
              .formatted(name().toLowerCase(Locale.ROOT), rule, x, feature));
    }
    return switch (this) {
      case LN -> StrictMath.log(x);
      case LOG10 -> StrictMath.log10(x);
      case LOG1P -> StrictMath.log1p(x);
      case EXP -> StrictMath.exp(x);
      case SQRT -> Math.sqrt(x);
      case FLOOR -> Math.floor(x);
      case CEIL -> Math.ceil(x);
      case SIN -> StrictMath.sin(x);
      case COS -> StrictMath.cos(x);
      case TAN -> StrictMath.tan(x);
      case ASIN -> StrictMath.asin(x);
      case ACOS -> StrictMath.acos(x);
      case ATAN -> StrictMath.atan(x);
      case SINH -> StrictMath.sinh(x);
      case COSH -> StrictMath.cosh(x);
      case TANH -> StrictMath.tanh(x);
    };
  }

  private boolean isDefinedAt(double x) {
    return switch (this) {
      case LN, LOG10 -> x > 0;
      case LOG1P -> x > -1;
      case EXP -> x < 709.78;
      case SQRT -> x >= 0;
      case ASIN, ACOS -> Math.abs(x) <= 1;
      case SINH, COSH -> Math.abs(x) < 710;
      case FLOOR, CEIL, SIN, COS, TAN, ATAN, TANH -> Double.isFinite(x);
    };
  }
}
