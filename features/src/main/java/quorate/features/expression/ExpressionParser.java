package quorate.features.expression;

import java.util.ArrayList;
import java.util.List;

/// Reads `expression = number | name ["(" [expression {"," expression}] ")"] ["." name]`, spaces
/// anywhere between; names are lower-case letters, digits and `_`, and begin with a letter.
final class ExpressionParser {
  private static final int MAX_DEPTH = 32;

  private final String feature;
  private int at;
  private int depth;

  ExpressionParser(String feature) {
    this.feature = feature;
  }

  Expression parse() {
    Expression whole = expression();
    if (peek() != 0) {
      throw expected("the end");
    }
    return whole;
  }

  private Expression expression() {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException(
          "an expression must be nested at most %d deep (feature \"%s\")"
              .formatted(MAX_DEPTH, feature));
    }
    char next = peek();
    Expression read;
    if (isNameStart(next)) {
      read = call();
    } else if (isNumberStart(next)) {
      read = number();
    } else {
      throw expected("a name or a number");
    }
    depth--;
    return read;
  }

  private Expression.Call call() {
    String name = name();
    List<Expression> arguments = peek() == '(' ? arguments() : List.of();
    String output = "";
    if (peek() == '.') {
      at++;
      if (!isNameStart(peek())) {
        throw expected("the name of an output");
      }
      output = name();
    }
    return new Expression.Call(name, arguments, output);
  }

  private List<Expression> arguments() {
    at++;
    List<Expression> arguments = new ArrayList<>();
    if (peek() == ')') {
      at++;
      return arguments;
    }
    while (true) {
      arguments.add(expression());
      char next = peek();
      if (next != ',' && next != ')') {
        throw expected("\",\" or \")\"");
      }
      at++;
      if (next == ')') {
        return arguments;
      }
    }
  }

  private String name() {
    int start = at;
    while (at < feature.length() && (isNameStart(feature.charAt(at)) || isNamePart())) {
      at++;
    }
    return feature.substring(start, at);
  }

  private boolean isNamePart() {
    char next = feature.charAt(at);
    return next == '_' || (next >= '0' && next <= '9');
  }

  private Expression.Literal number() {
    int start = at;
    while (at < feature.length() && isNumberPart(at, start)) {
      at++;
    }
    String text = feature.substring(start, at);
    try {
      double value = Double.parseDouble(text);
      if (Double.isFinite(value)) {
        return new Expression.Literal(value);
      }
    } catch (NumberFormatException e) {
      at = start;
      throw expected("a number", e);
    }
    at = start;
    throw expected("a number within the range of a double");
  }

  private boolean isNumberPart(int index, int start) {
    char next = feature.charAt(index);
    boolean sign = next == '-' || next == '+';
    boolean afterExponent = index > start && feature.charAt(index - 1) == 'e';
    return (next >= '0' && next <= '9')
        || next == '.'
        || (next == 'e' && index > start)
        || (sign && (index == start || afterExponent));
  }

  private static boolean isNameStart(char letter) {
    return letter >= 'a' && letter <= 'z';
  }

  private static boolean isNumberStart(char letter) {
    return (letter >= '0' && letter <= '9') || letter == '-' || letter == '.';
  }

  /// The next character that is no space, 0 at the end.
  private char peek() {
    while (at < feature.length() && feature.charAt(at) == ' ') {
      at++;
    }
    return at < feature.length() ? feature.charAt(at) : 0;
  }

  private IllegalArgumentException expected(String rule) {
    String found = at < feature.length() ? "\"" + feature.charAt(at) + "\"" : "the end";
    return new IllegalArgumentException(
        "%s was expected at character %d, but there was %s (feature \"%s\")"
            .formatted(rule, at + 1, found, feature));
  }

  private IllegalArgumentException expected(String rule, NumberFormatException cause) {
    IllegalArgumentException error = expected(rule);
    error.initCause(cause);
    return error;
  }
}
