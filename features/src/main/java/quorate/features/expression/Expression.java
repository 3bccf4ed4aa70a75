package quorate.features.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// A feature as written, before anyone knows whether its names exist.
public sealed interface Expression {
  /// The one way to write it: no needless spaces or zeros.
  String text();

  /// Reads an expression such as `close`, `adx(14).plus_di` or `gap(sma(10), sma(30))`.
  ///
  /// @throws IllegalArgumentException saying what was expected at which character
  static Expression parse(String feature) {
    return new ExpressionParser(feature).parse();
  }

  /// A number.
  record Literal(double value) implements Expression {
    @Override
    public String text() {
      return value == Math.rint(value) && Math.abs(value) < 1e15
          ? Long.toString((long) value)
          : new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }
  }

  /// A name with what it is given, and which of its outputs is meant.
  ///
  /// @param name of a bar's field, an indicator or a function
  /// @param arguments in order; empty when there are none
  /// @param output name of the output, empty for the first
  record Call(String name, List<Expression> arguments, String output) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public String text() {
      String given =
          arguments.isEmpty()
              ? ""
              : arguments.stream()
                  .map(Expression::text)
                  .collect(Collectors.joining(", ", "(", ")"));
      return name + given + (output.isEmpty() ? "" : "." + output);
    }
  }
}
