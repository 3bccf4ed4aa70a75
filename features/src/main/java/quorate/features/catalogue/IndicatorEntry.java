package quorate.features.catalogue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import quorate.domain.settings.Settings;
import quorate.features.expression.Expression;
import quorate.features.indicator.Indicator;

/// What the catalogue says about one indicator, and how to make it.
///
/// @param name as expressions call it
/// @param title as a person calls it
/// @param inputs what it follows: fields of the bar, the single [#SERIES], or [#PAIR]
/// @param parameters in the order of an expression's arguments
/// @param outputs in the order of [Indicator#value(int)]; the first is meant when none is named
/// @param warmUp bars until it is ready (the least if it varies), as a formula of the parameters
/// @param formula its definition
/// @param source where the definition comes from
/// @param maker makes it from checked arguments
public record IndicatorEntry(
    String name,
    String title,
    List<String> inputs,
    List<Parameter> parameters,
    List<String> outputs,
    String warmUp,
    String formula,
    String source,
    Function<double[], Indicator> maker) {

  /// The input of an indicator that follows any one series: the closes unless an expression's first
  /// argument names another feature, as in `sma(volume, 20)`.
  public static final String SERIES = "series";

  /// The inputs of an indicator that follows any two series: highs and lows unless an expression's
  /// first two arguments name other features, as in `correlation(close, volume, 30)`.
  public static final List<String> PAIR = List.of("series x", "series y");

  public IndicatorEntry {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    outputs = List.copyOf(outputs);
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("an indicator must have an output (\"" + name + "\")");
    }
  }

  /// Whether it follows any one series; such an indicator is a
  /// [quorate.features.indicator.ValueIndicator].
  public boolean followsSeries() {
    return inputs.equals(List.of(SERIES));
  }

  /// Whether it follows any two series; such an indicator is a
  /// [quorate.features.indicator.PairIndicator].
  public boolean followsPair() {
    return inputs.equals(PAIR);
  }

  /// The series it follows when an expression names none: as many fields of the bar as it follows
  /// series, none when it follows the bars themselves.
  public List<BarField> usualSeries() {
    if (followsSeries()) {
      return List.of(BarField.CLOSE);
    }
    return followsPair() ? List.of(BarField.HIGH, BarField.LOW) : List.of();
  }

  /// A new one with its defaults.
  public Indicator create() {
    return create(new double[0]);
  }

  /// A new one.
  ///
  /// @param arguments in the order of the parameters; missing ones at the end take their defaults
  /// @throws IllegalArgumentException when there are too many or one is out of its range
  public Indicator create(double... arguments) {
    return maker.apply(complete(name, arguments));
  }

  /// The arguments with the defaults filled in, every one checked.
  ///
  /// @param feature whose they are, for messages
  public double[] complete(String feature, double... arguments) {
    if (arguments.length > parameters.size()) {
      throw new IllegalArgumentException(
          "%s must have at most %d %s%s, but had %d (feature \"%s\")"
              .formatted(
                  name,
                  parameters.size(),
                  parameters.size() == 1 ? "argument" : "arguments",
                  parameters.isEmpty() ? "" : " (" + parameterNames() + ")",
                  arguments.length,
                  feature));
    }
    double[] complete = new double[parameters.size()];
    for (int i = 0; i < complete.length; i++) {
      Parameter parameter = parameters.get(i);
      complete[i] =
          i < arguments.length ? parameter.check(arguments[i], feature) : parameter.defaultValue();
    }
    return complete;
  }

  /// Arguments as written, as numbers.
  ///
  /// @throws IllegalArgumentException when one is no number
  public double[] numbers(List<Expression> written, String feature) {
    double[] numbers = new double[written.size()];
    for (int i = 0; i < numbers.length; i++) {
      String argument = i < parameters.size() ? parameters.get(i).name() : "argument " + (i + 1);
      numbers[i] = number(written.get(i), argument, name, feature);
    }
    return numbers;
  }

  /// An argument that must be a number.
  ///
  /// @param argument its name
  /// @param owner whose argument it is
  public static double number(Expression written, String argument, String owner, String feature) {
    return switch (written) {
      case Expression.Literal literal -> literal.value();
      case Expression.Call call ->
          throw new IllegalArgumentException(
              "%s of %s must be a number, but was \"%s\" (feature \"%s\")"
                  .formatted(argument, owner, call.text(), feature));
    };
  }

  /// The place of a named output; the first for an empty name.
  ///
  /// @throws IllegalArgumentException naming the nearest output when there is none of this name
  public int output(String output, String feature) {
    int place = output.isEmpty() ? 0 : outputs.indexOf(output);
    if (place < 0) {
      throw new IllegalArgumentException(
          "output of %s must be one of %s, but was \"%s\"%s (feature \"%s\")"
              .formatted(
                  name,
                  String.join(", ", outputs),
                  output,
                  Settings.nearest(output, outputs),
                  feature));
    }
    return place;
  }

  /// Its name with its default arguments, such as `macd(12, 26, 9)`.
  public String example() {
    return parameters.isEmpty()
        ? name
        : parameters.stream()
            .map(parameter -> new Expression.Literal(parameter.defaultValue()).text())
            .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private String parameterNames() {
    return parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
  }
}
