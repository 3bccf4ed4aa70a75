package quorate.features.naive;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import quorate.features.series.NaiveBars;

/// Reads `candles/rules.txt`, where every pattern is a list of inequalities, and evaluates it bar
/// by bar over whole arrays.
///
/// The file is another form of the patterns than the program's, not a copy of it: no candles that
/// know words, no helper shared by two patterns, no running sums, every bullish and bearish form
/// spelled out.
final class NaiveCandleRules {
  private static final Pattern COMPARISON = Pattern.compile("(.+?) (<=|>=|<|>|=) (.+)");
  private static final Pattern TERM = Pattern.compile("([+-]?) ?(?:([0-9.]+)\\*)?([a-z]+)([0-4])");

  private final Map<String, Rule> rules = new LinkedHashMap<>();

  private NaiveCandleRules() {}

  /// @param first the first bar with a value
  private record Rule(int first, List<Case> cases) {}

  private record Case(int value, List<Inequality> inequalities) {}

  private record Inequality(List<Term> left, String comparison, List<Term> right) {
    boolean holds(NaiveCandles candles, int t) {
      double a = sum(left, candles, t);
      double b = sum(right, candles, t);
      return switch (comparison) {
        case "<" -> a < b;
        case "<=" -> a <= b;
        case ">" -> a > b;
        case ">=" -> a >= b;
        default -> a == b;
      };
    }

    private static double sum(List<Term> terms, NaiveCandles candles, int t) {
      double sum = 0;
      for (Term term : terms) {
        sum += term.factor * candles.quantity(term.quantity, t - term.age);
      }
      return sum;
    }
  }

  private record Term(double factor, String quantity, int age) {}

  /// By `name.value`, one form for each pattern of the file.
  static Map<String, Function<NaiveBars, double[]>> all() {
    NaiveCandleRules rules = new NaiveCandleRules();
    rules.read();
    Map<String, Function<NaiveBars, double[]>> all = new LinkedHashMap<>();
    rules.rules.forEach((name, rule) -> all.put(name + ".value", bars -> evaluate(rule, bars)));
    return all;
  }

  private static double[] evaluate(Rule rule, NaiveBars bars) {
    NaiveCandles candles = new NaiveCandles(bars);
    return Naive.each(
        bars,
        rule.first,
        t ->
            rule.cases.stream()
                .filter(c -> c.inequalities.stream().allMatch(i -> i.holds(candles, t)))
                .mapToInt(Case::value)
                .findFirst()
                .orElse(0));
  }

  private void read() {
    List<Case> cases = new ArrayList<>();
    for (String line : lines()) {
      if (line.startsWith("  ")) {
        int colon = line.indexOf(':');
        cases.add(
            new Case(
                Integer.parseInt(line.substring(0, colon).strip()),
                inequalities(line.substring(colon + 1))));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        int space = line.indexOf(' ');
        cases = new ArrayList<>();
        rules.put(
            line.substring(0, space), new Rule(Integer.parseInt(line.substring(space + 1)), cases));
      }
    }
  }

  private static List<Inequality> inequalities(String text) {
    List<Inequality> inequalities = new ArrayList<>();
    for (String part : text.split("&", -1)) {
      Matcher comparison = COMPARISON.matcher(part.strip());
      if (!comparison.matches()) {
        throw new IllegalArgumentException("no comparison: " + part);
      }
      inequalities.add(
          new Inequality(
              terms(comparison.group(1)), comparison.group(2), terms(comparison.group(3))));
    }
    return inequalities;
  }

  private static List<Term> terms(String text) {
    List<Term> terms = new ArrayList<>();
    Matcher term = TERM.matcher(text);
    int end = 0;
    while (term.find()) {
      if (!text.substring(end, term.start()).isBlank()) {
        break;
      }
      String number = term.group(2);
      double factor = number == null ? 1 : Double.parseDouble(number);
      terms.add(
          new Term(
              term.group(1).equals("-") ? -factor : factor,
              term.group(3),
              Integer.parseInt(term.group(4))));
      end = term.end();
    }
    if (end != text.length()) {
      throw new IllegalArgumentException("no sum: " + text);
    }
    return terms;
  }

  private static List<String> lines() {
    try (InputStream file =
            Objects.requireNonNull(
                NaiveCandleRules.class.getResourceAsStream("/candles/rules.txt"));
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
