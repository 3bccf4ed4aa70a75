package quorate.app.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import quorate.app.terminal.Words;
import quorate.app.terminal.WrongNameException;
import quorate.domain.settings.Settings;
import quorate.features.catalogue.BarField;
import quorate.features.catalogue.FeatureFunction;
import quorate.features.catalogue.IndicatorCatalogue;
import quorate.features.catalogue.IndicatorEntry;
import quorate.features.catalogue.IndicatorGroup;
import quorate.features.catalogue.Parameter;
import quorate.features.expression.Expression;
import quorate.features.macro.MacroCatalogue;
import quorate.features.macro.MacroEntry;
import quorate.features.text.TextFeature;

/// The catalogue, or the part that somebody asked for, as a person or a program reads it.
///
/// @param groups what is listed, group by group
/// @param macro those of the economy's numbers
/// @param texts those of what is written about an instrument
/// @param inDetail whether everything is said of each indicator
/// @param whole whether functions and fields are listed too
record CatalogueListing(
    Map<IndicatorGroup, List<IndicatorEntry>> groups,
    List<MacroEntry> macro,
    List<TextFeature> texts,
    boolean inDetail,
    boolean whole) {
  private static final String MACRO = "macro";
  private static final String TEXT = "text";
  private static final int LINE = 100;
  private static final int WIDTH = 30;
  private static final int FACT = 19;

  /// @param names of groups or of what is in them; everything when empty
  /// @throws WrongNameException when a name is neither
  static CatalogueListing of(List<String> names) {
    Map<IndicatorGroup, List<IndicatorEntry>> groups = new LinkedHashMap<>();
    List<String> known = new ArrayList<>();
    for (IndicatorGroup group : IndicatorGroup.values()) {
      known.add(group.text());
      List<IndicatorEntry> wanted = new ArrayList<>();
      for (IndicatorEntry entry : group.entries()) {
        known.add(entry.name());
        if (names.isEmpty() || names.contains(group.text()) || names.contains(entry.name())) {
          wanted.add(entry);
        }
      }
      if (!wanted.isEmpty()) {
        groups.put(group, wanted);
      }
    }
    known.addAll(List.of(MACRO, TEXT));
    List<MacroEntry> macro =
        MacroCatalogue.entries().stream()
            .filter(entry -> isWanted(MACRO, entry.name(), names, known))
            .toList();
    List<TextFeature> texts =
        Arrays.stream(TextFeature.values())
            .filter(feature -> isWanted(TEXT, feature.text(), names, known))
            .toList();
    for (String name : names) {
      if (!known.contains(name)) {
        throw new WrongNameException(
            "--list takes groups and indicators, but \"%s\" is neither%s; groups are %s, macro, text"
                .formatted(
                    name,
                    Settings.nearest(name, known),
                    Arrays.stream(IndicatorGroup.values())
                        .map(IndicatorGroup::text)
                        .collect(Collectors.joining(", "))));
      }
    }
    boolean oneByOne = names.stream().anyMatch(name -> IndicatorCatalogue.find(name) != null);
    return new CatalogueListing(groups, macro, texts, oneByOne, names.isEmpty());
  }

  private static boolean isWanted(
      String group, String name, List<String> names, List<String> known) {
    known.add(name);
    return names.isEmpty() || names.contains(group) || names.contains(name);
  }

  /// For a terminal.
  String text() {
    StringBuilder text = new StringBuilder();
    groups.forEach((group, entries) -> {
      text.append(group.title()).append('\n');
      for (IndicatorEntry entry : entries) {
        text.append(inDetail ? detail(entry) : line(entry.example(), entry.title()));
      }
      text.append('\n');
    });
    if (!macro.isEmpty()) {
      text.append("Economy\n");
      for (MacroEntry entry : macro) {
        text.append(surrounding(MACRO, entry.name(), entry.title(), entry.formula(), entry.unit()));
      }
      text.append('\n');
    }
    if (!texts.isEmpty()) {
      text.append("Texts\n");
      for (TextFeature each : texts) {
        text.append(surrounding(TEXT, each.text(), each.title(), each.formula(), each.unit()));
      }
      text.append('\n');
    }
    if (whole) {
      text.append("Functions\n");
      for (FeatureFunction function : FeatureFunction.values()) {
        text.append(line(call(function), function.formula()));
      }
      text.append("\nFields of the bar\n");
      for (BarField field : BarField.values()) {
        text.append(line(field.text(), field.meaning()));
      }
    }
    return text.toString();
  }

  private static String surrounding(
      String function, String name, String title, String formula, String unit) {
    return line("%s(%s)".formatted(function, name), "%s: %s [%s]".formatted(title, formula, unit));
  }

  private static String call(FeatureFunction function) {
    return "%s(%s)".formatted(function.text(), String.join(", ", function.arguments()));
  }

  private static String line(String name, String meaning) {
    String begun =
        name.length() < WIDTH
            ? name + " ".repeat(WIDTH - name.length())
            : name + "\n  " + " ".repeat(WIDTH);
    String next = "\n  " + " ".repeat(WIDTH);
    return "  " + begun + String.join(next, Words.wrapped(meaning, LINE - WIDTH - 2)) + "\n";
  }

  private static String detail(IndicatorEntry entry) {
    StringBuilder text = new StringBuilder(line(entry.example(), entry.title()));
    text.append(fact("definition", entry.formula()));
    text.append(fact("follows", follows(entry)));
    for (Parameter parameter : entry.parameters()) {
      text.append(fact(parameter.name(), range(parameter)));
    }
    text.append(fact("outputs", String.join(", ", entry.outputs())));
    text.append(
        fact("ready after", entry.warmUp() + " bars, by default " + entry.create().warmUp()));
    text.append(fact("source", entry.source()));
    return text.toString();
  }

  private static String follows(IndicatorEntry entry) {
    return entry.usualSeries().isEmpty()
        ? String.join(", ", entry.inputs())
        : "any %s, %s if not named"
            .formatted(
                entry.followsPair() ? "two series" : "series",
                entry.usualSeries().stream()
                    .map(BarField::text)
                    .collect(Collectors.joining(" and ")));
  }

  private static String range(Parameter parameter) {
    String unit = parameter.unit().isEmpty() ? "" : " " + parameter.unit() + "s";
    return "%s (%s to %s%s)"
        .formatted(
            number(parameter.defaultValue()),
            number(parameter.min()),
            number(parameter.max()),
            unit);
  }

  private static String number(double value) {
    return new Expression.Literal(value).text();
  }

  private static String fact(String name, String value) {
    String next = "\n" + " ".repeat(FACT);
    List<String> lines = Words.wrapped(value, LINE - FACT);
    return "      %-12s %s%n".formatted(name, String.join(next, lines));
  }

  /// For a program, such as one that lets people put strategies together.
  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    List<Map<String, Object>> listed = new ArrayList<>();
    groups.forEach((group, entries) -> {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("name", group.text());
      one.put("title", group.title());
      one.put("indicators", entries.stream().map(CatalogueListing::toJson).toList());
      listed.add(one);
    });
    json.put("groups", listed);
    json.put(MACRO, macro.stream().map(CatalogueListing::toJson).toList());
    json.put(TEXT, texts.stream().map(CatalogueListing::toJson).toList());
    if (whole) {
      json.put(
          "functions",
          Arrays.stream(FeatureFunction.values())
              .map(function ->
                  Map.of(
                      "name", function.text(),
                      "arguments", function.arguments(),
                      "formula", function.formula()))
              .toList());
      json.put(
          "fields",
          Arrays.stream(BarField.values())
              .map(field -> Map.of("name", field.text(), "meaning", field.meaning()))
              .toList());
    }
    return json;
  }

  private static Map<String, Object> toJson(MacroEntry entry) {
    Map<String, Object> json =
        surrounding(entry.name(), entry.title(), entry.formula(), entry.unit());
    json.put("source", entry.source());
    return json;
  }

  private static Map<String, Object> toJson(TextFeature feature) {
    return surrounding(feature.text(), feature.title(), feature.formula(), feature.unit());
  }

  private static Map<String, Object> surrounding(
      String name, String title, String formula, String unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("title", title);
    json.put("formula", formula);
    json.put("unit", unit);
    return json;
  }

  private static Map<String, Object> toJson(IndicatorEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", entry.name());
    json.put("title", entry.title());
    json.put("inputs", entry.inputs());
    json.put("usual_series", entry.usualSeries().stream().map(BarField::text).toList());
    json.put("parameters", entry.parameters().stream().map(CatalogueListing::toJson).toList());
    json.put("outputs", entry.outputs());
    json.put("warm_up", entry.warmUp());
    json.put("warm_up_bars", entry.create().warmUp());
    json.put("formula", entry.formula());
    json.put("source", entry.source());
    return json;
  }

  private static Map<String, Object> toJson(Parameter parameter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", parameter.name());
    json.put("unit", parameter.unit());
    json.put("default", parameter.defaultValue());
    json.put("min", parameter.min());
    json.put("max", parameter.max());
    json.put("whole", parameter.whole());
    return json;
  }
}
