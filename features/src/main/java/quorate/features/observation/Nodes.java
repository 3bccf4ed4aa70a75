package quorate.features.observation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import quorate.features.catalogue.BarField;
import quorate.features.catalogue.FeatureFunction;
import quorate.features.catalogue.IndicatorCatalogue;
import quorate.features.catalogue.IndicatorEntry;
import quorate.features.catalogue.Parameter;
import quorate.features.expression.Expression;
import quorate.features.expression.Expression.Call;
import quorate.features.expression.Expression.Literal;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.PairIndicator;
import quorate.features.indicator.ValueIndicator;
import quorate.features.indicator.Windows;
import quorate.features.surroundings.Lookout;

/// Turns expressions into nodes, equal parts into one node, each after the nodes it is made of.
final class Nodes {
  private static final Parameter LAG_BARS = new Parameter("bars", "bar", 1, 1, Windows.MAX, true);

  private final ZoneId zone;
  private final Lookout lookout;
  private final List<Node> inOrder = new ArrayList<>();
  private final Map<String, Node> known = new HashMap<>();

  /// @param zone of the exchange, for the time of day
  /// @param lookout where what surrounds the instrument is seen
  Nodes(ZoneId zone, Lookout lookout) {
    this.zone = zone;
    this.lookout = lookout;
  }

  /// @param feature the expression as written, for messages
  Node of(String feature) {
    return node(Expression.parse(feature), feature);
  }

  /// All nodes, every one after those it is made of.
  List<Node> inOrder() {
    return inOrder;
  }

  /// Those of its indicators that are of a kind.
  <T> List<T> those(Class<T> kind) {
    return inOrder.stream()
        .filter(IndicatorNode.class::isInstance)
        .map(node -> ((IndicatorNode) node).indicator())
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  private Node node(Expression expression, String feature) {
    return switch (expression) {
      case Literal literal -> remember(literal.text(), new ConstantNode(literal.value()));
      case Call call -> node(call, feature);
    };
  }

  private Node node(Call call, String feature) {
    if (BarField.names().contains(call.name())) {
      return field(call, feature);
    }
    if (FeatureFunction.names().contains(call.name())) {
      return function(call, feature);
    }
    IndicatorEntry entry = IndicatorCatalogue.find(call.name());
    if (entry == null) {
      throw unknown(call.name(), feature);
    }
    return indicator(entry, call, feature);
  }

  private Node field(Call call, String feature) {
    if (!call.arguments().isEmpty()) {
      throw arguments(call.name(), List.of(), call.arguments().size(), feature);
    }
    refuseOutput(call, feature);
    BarField field = BarField.valueOf(call.name().toUpperCase(Locale.ROOT));
    return remember(
        call.name(),
        switch (field) {
          case DAY_SINE -> new TimeOfDayNode(zone, true);
          case DAY_COSINE -> new TimeOfDayNode(zone, false);
          case OPEN, HIGH, LOW, CLOSE, VOLUME, MEDIAN, TYPICAL -> new FieldNode(field);
        });
  }

  private Node function(Call call, String feature) {
    FeatureFunction function = FeatureFunction.valueOf(call.name().toUpperCase(Locale.ROOT));
    List<Expression> given = call.arguments();
    if (given.size() != function.arguments().size()) {
      throw arguments(call.name(), function.arguments(), given.size(), feature);
    }
    refuseOutput(call, feature);
    if (function == FeatureFunction.LAG) {
      return lag(given, feature);
    }
    if (function == FeatureFunction.MACRO || function == FeatureFunction.TEXT) {
      return dated(function, given.getFirst().text(), feature);
    }
    List<Node> parts = given.stream().map(part -> node(part, feature)).toList();
    Node made =
        switch (function) {
          case GAP -> new GapNode(parts.get(0), parts.get(1));
          case DISTANCE -> new DistanceNode(parts.get(0), parts.get(1), parts.get(2));
          case ADD, SUBTRACT, MULTIPLY, DIVIDE ->
              new OperationNode(Operation.valueOf(function.name()), parts.get(0), parts.get(1));
          case LN,
              LOG10,
              LOG1P,
              EXP,
              SQRT,
              FLOOR,
              CEIL,
              SIN,
              COS,
              TAN,
              ASIN,
              ACOS,
              ATAN,
              SINH,
              COSH,
              TANH ->
              new TransformNode(Transform.valueOf(function.name()), parts.get(0), feature);
          case LAG, MACRO, TEXT -> throw new AssertionError("made above: " + function);
        };
    return remember(key(call.name(), parts.stream().map(part -> part.key).toList()), made);
  }

  private Node lag(List<Expression> given, String feature) {
    Node x = node(given.get(0), feature);
    double bars =
        LAG_BARS.check(IndicatorEntry.number(given.get(1), "bars", "lag", feature), feature);
    String key = key("lag", List.of(x.key, new Literal(bars).text()));
    return remember(key, new LagNode(x, (int) bars));
  }

  private Node dated(FeatureFunction function, String name, String feature) {
    String key = key(function.text(), List.of(name));
    Node earlier = known.get(key);
    if (earlier != null) {
      return earlier;
    }
    try {
      return remember(
          key,
          new DatedNode(
              function == FeatureFunction.MACRO ? lookout.macro(name) : lookout.text(name)));
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "%s (feature \"%s\")".formatted(wrong.getMessage(), feature), wrong);
    }
  }

  private Node indicator(IndicatorEntry entry, Call call, String feature) {
    List<Expression> given = call.arguments();
    int series = entry.usualSeries().size();
    List<Node> followed;
    if (series > 0 && !given.isEmpty() && given.get(0) instanceof Call) {
      followed =
          given.stream()
              .limit(series)
              .map(one -> node(series(one, entry, feature), feature))
              .toList();
      if (followed.size() < series) {
        throw followsPair(entry, given.get(0), feature);
      }
      given = given.subList(series, given.size());
    } else {
      followed = entry.usualSeries().stream().map(field -> node(field(field), feature)).toList();
    }
    double[] settings = entry.complete(feature, entry.numbers(given, feature));
    int output = entry.output(call.output(), feature);
    IndicatorNode owner = following(followed, entry, settings);
    if (output == 0) {
      return owner;
    }
    return remember(
        owner.key + "." + entry.outputs().get(output),
        new OutputNode(owner, owner.indicator(), output));
  }

  private static Call field(BarField field) {
    return new Call(field.text(), List.of(), "");
  }

  private static Call series(Expression named, IndicatorEntry entry, String feature) {
    if (named instanceof Call call) {
      return call;
    }
    throw followsPair(entry, named, feature);
  }

  private static IllegalArgumentException followsPair(
      IndicatorEntry entry, Expression found, String feature) {
    return new IllegalArgumentException(
        "%s must follow two series or none, but there was only one beside \"%s\" (feature \"%s\")"
            .formatted(entry.name(), found.text(), feature));
  }

  private IndicatorNode following(List<Node> followed, IndicatorEntry entry, double[] settings) {
    List<String> parts = new ArrayList<>(followed.stream().map(node -> node.key).toList());
    parts.addAll(texts(settings));
    Indicator indicator = entry.create(settings);
    Node node =
        switch (indicator) {
          case ValueIndicator one -> new ValueIndicatorNode(one, followed.get(0));
          case PairIndicator two -> new PairIndicatorNode(two, followed.get(0), followed.get(1));
          default -> new BarIndicatorNode(indicator);
        };
    return (IndicatorNode) remember(key(entry.name(), parts), node);
  }

  private static List<String> texts(double[] settings) {
    return Arrays.stream(settings).mapToObj(value -> new Literal(value).text()).toList();
  }

  private static String key(String name, List<String> parts) {
    return parts.isEmpty() ? name : name + "(" + String.join(", ", parts) + ")";
  }

  /// The node already known by this key, or else `made`.
  private Node remember(String key, Node made) {
    Node earlier = known.putIfAbsent(key, made);
    if (earlier != null) {
      return earlier;
    }
    made.key = key;
    inOrder.add(made);
    return made;
  }

  private static void refuseOutput(Call call, String feature) {
    if (!call.output().isEmpty()) {
      throw new IllegalArgumentException(
          "%s must have no output named, but had \"%s\" (feature \"%s\")"
              .formatted(call.name(), call.output(), feature));
    }
  }

  private static IllegalArgumentException arguments(
      String name, List<String> expected, int found, String feature) {
    return new IllegalArgumentException(
        "%s must have %d %s%s, but had %d (feature \"%s\")"
            .formatted(
                name,
                expected.size(),
                expected.size() == 1 ? "argument" : "arguments",
                expected.isEmpty() ? "" : " (" + String.join(", ", expected) + ")",
                found,
                feature));
  }

  private static IllegalArgumentException unknown(String name, String feature) {
    List<String> names = new ArrayList<>(BarField.names());
    names.addAll(FeatureFunction.names());
    names.addAll(IndicatorCatalogue.names());
    return IndicatorCatalogue.unknown(name, names, feature);
  }
}
