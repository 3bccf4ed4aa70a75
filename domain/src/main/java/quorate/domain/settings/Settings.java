package quorate.domain.settings;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One section of a settings file, read key by key and then closed with [#rejectUnknown].
///
/// Holds the plain values that a YAML reader gives: text, numbers, flags, lists and maps. Text may
/// contain `${NAME:default}`, replaced from the environment passed in. Not for use by two threads.
public final class Settings {
  private final String origin;
  private final String path;
  private final Map<String, @Nullable Object> values;
  private final Placeholders placeholders;
  private final Set<String> known = new TreeSet<>();
  private final Map<String, Settings> children = new LinkedHashMap<>();

  private Settings(
      String origin, String path, Map<String, @Nullable Object> values, Placeholders placeholders) {
    this.origin = origin;
    this.path = path;
    this.values = values;
    this.placeholders = placeholders;
  }

  /// @param origin file name for messages
  /// @param values what the file holds
  /// @param environment looks a variable up, `System::getenv` outside tests
  public static Settings of(
      String origin,
      Map<String, ? extends @Nullable Object> values,
      Function<String, @Nullable String> environment) {
    return new Settings(origin, "", new LinkedHashMap<>(values), new Placeholders(environment));
  }

  /// Settings without a file and without an environment, for defaults and tests.
  public static Settings of(Map<String, ? extends @Nullable Object> values) {
    return of("settings", values, name -> null);
  }

  public static Settings empty() {
    return of(Map.of());
  }

  /// Name of the file, for messages.
  public String origin() {
    return origin;
  }

  /// The keys written in this section, in order.
  public Set<String> keys() {
    return values.keySet();
  }

  public boolean has(String key) {
    known.add(key);
    return values.get(key) != null;
  }

  public String text(String key) {
    return required(key, expanded(key));
  }

  public String text(String key, String otherwise) {
    String found = expanded(key);
    return found == null ? otherwise : found;
  }

  /// A list of texts; a single text counts as a list of one; absent is empty.
  public List<String> texts(String key) {
    known.add(key);
    Object found = values.get(key);
    if (found == null) {
      return List.of();
    }
    if (found instanceof List<?> list) {
      List<String> texts = new ArrayList<>();
      for (Object element : list) {
        if (element == null || element instanceof Map || element instanceof List) {
          throw broken(key, "a list of single values", String.valueOf(found));
        }
        texts.add(expand(String.valueOf(element), key));
      }
      return List.copyOf(texts);
    }
    return List.of(text(key));
  }

  /// A whole number from `min` to `max`.
  public int wholeNumber(String key, int otherwise, int min, int max) {
    return (int) wholeNumber(key, (long) otherwise, min, max);
  }

  /// A whole number from `min` to `max`.
  public long wholeNumber(String key, long otherwise, long min, long max) {
    String found = expanded(key);
    if (found == null) {
      return otherwise;
    }
    long number;
    try {
      number = new BigDecimal(found.replace("_", "")).longValueExact();
    } catch (NumberFormatException | ArithmeticException e) {
      throw broken(key, "a whole number", found);
    }
    if (number < min || number > max) {
      throw broken(key, "from " + min + " to " + max, found);
    }
    return number;
  }

  /// A number from `min` to `max`.
  public double number(String key, double otherwise, double min, double max) {
    String found = expanded(key);
    if (found == null) {
      return otherwise;
    }
    double number;
    try {
      // Not parseDouble, which reads 5d, 5f and 0x5p0 as five.
      number = new BigDecimal(found.replace("_", "")).doubleValue();
    } catch (NumberFormatException e) {
      throw broken(key, "a number", found);
    }
    if (!(number >= min && number <= max)) {
      throw broken(key, "from " + plain(min) + " to " + plain(max), found);
    }
    return number;
  }

  /// As a person writes it: `0.000001`, not `1.0E-6`.
  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /// An exact decimal.
  public BigDecimal decimal(String key, BigDecimal otherwise) {
    String found = expanded(key);
    if (found == null) {
      return otherwise;
    }
    try {
      return new BigDecimal(found.replace("_", ""));
    } catch (NumberFormatException e) {
      throw broken(key, "a decimal number", found);
    }
  }

  public boolean flag(String key, boolean otherwise) {
    String found = expanded(key);
    if (found == null) {
      return otherwise;
    }
    return switch (found) {
      case "true" -> true;
      case "false" -> false;
      default -> throw broken(key, "true or false", found);
    };
  }

  /// One of an enum's constants, written in lower case with `_` or `-`.
  public <E extends Enum<E>> E choice(String key, Class<E> type, E otherwise) {
    String found = expanded(key);
    if (found == null) {
      return otherwise;
    }
    String wanted = found.toUpperCase(Locale.ROOT).replace('-', '_');
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted)) {
        return constant;
      }
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw broken(key, "one of " + String.join(", ", names) + nearest(found, names), found);
  }

  public ZoneId zone(String key, ZoneId otherwise) {
    String found = expanded(key);
    if (found == null) {
      return otherwise;
    }
    try {
      return ZoneId.of(found);
    } catch (DateTimeException e) {
      throw broken(key, "a time zone such as America/New_York, UTC or UTC-5", found);
    }
  }

  /// Reads a text with a parser of the caller's; its complaint becomes the message.
  public <T> T parsed(String key, T otherwise, Function<String, T> parser) {
    String found = expanded(key);
    if (found == null) {
      return otherwise;
    }
    return parse(key, found, parser);
  }

  /// As [#parsed(String, Object, Function)] for a key that must be there.
  public <T> T parsed(String key, Function<String, T> parser) {
    return parse(key, text(key), parser);
  }

  private <T> T parse(String key, String found, Function<String, T> parser) {
    try {
      return parser.apply(found);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new SettingsException("%s: %s (%s)".formatted(name(key), e.getMessage(), origin));
    }
  }

  /// A section; empty when absent. Asked for again it is the same, and remembers what it was asked.
  public Settings section(String key) {
    known.add(key);
    Object found = values.get(key);
    return child(key, found == null ? Map.of() : found);
  }

  /// A section, empty when absent, that somebody else reads and closes: [#rejectUnknown] here
  /// leaves it alone.
  public Settings handedOn(String key) {
    Settings section = section(key);
    children.remove(key);
    return section;
  }

  /// A list of sections; empty when absent. A text in the list is a section with only a `name`.
  public List<Settings> sections(String key) {
    known.add(key);
    Object found = values.get(key);
    if (found == null) {
      return List.of();
    }
    if (!(found instanceof List<?> list)) {
      throw broken(key, "a list", String.valueOf(found));
    }
    List<Settings> sections = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      Object element = list.get(i);
      sections.add(
          child(
              key + "[" + i + "]",
              element instanceof String text ? Map.of("name", text) : element));
    }
    return List.copyOf(sections);
  }

  private Settings child(String key, @Nullable Object found) {
    Settings taken = children.get(key);
    if (taken != null) {
      return taken;
    }
    if (!(found instanceof Map<?, ?> map)) {
      throw broken(key, "a section of its own", String.valueOf(found));
    }
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    Settings child = new Settings(origin, name(key) + ".", copy, placeholders);
    children.put(key, child);
    return child;
  }

  /// Everything written in this section in one text, the same for the same settings whatever the
  /// order of their keys; for checksums.
  ///
  /// @param without keys of this section that make no difference
  public String canonical(Set<String> without) {
    Map<String, @Nullable Object> kept = new TreeMap<>(values);
    kept.keySet().removeAll(without);
    return canonical(kept, "");
  }

  private String canonical(@Nullable Object value, String key) {
    return switch (value) {
      case null -> "~";
      case Map<?, ?> map -> {
        Map<String, String> sorted = new TreeMap<>();
        String section = key.isEmpty() ? "" : key + ".";
        map.forEach(
            (name, inner) -> sorted.put(String.valueOf(name), canonical(inner, section + name)));
        yield sorted.toString();
      }
      case List<?> list -> list.stream().map(each -> canonical(each, key)).toList().toString();
      default -> '"' + expand(String.valueOf(value), key).replace("\"", "\\\"") + '"';
    };
  }

  /// Every remaining key as text, for free-form maps such as an agent's own parameters.
  public Map<String, String> remaining() {
    Map<String, String> rest = new LinkedHashMap<>();
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        rest.put(key, text(key));
      }
    }
    return rest;
  }

  /// Refuses keys that nobody asked for, here and in every section taken from here.
  ///
  /// @throws SettingsException naming the key and the nearest known one, or all of the section
  public void rejectUnknown() {
    for (String key : values.keySet()) {
      if (!known.contains(key)) {
        throw new SettingsException(
            "unknown setting \"%s\"%s (%s)".formatted(name(key), instead(key), origin));
      }
    }
    children.values().forEach(Settings::rejectUnknown);
  }

  /// The nearest key, or all there are where none is near.
  private String instead(String key) {
    String nearest = nearest(key, known);
    return !nearest.isEmpty() || known.isEmpty()
        ? nearest
        : "; the keys %s are %s"
            .formatted(
                path.isEmpty() ? "here" : "of " + path.substring(0, path.length() - 1),
                String.join(", ", known));
  }

  /// Full names of every key that was asked for, here and in every section taken from here, so that
  /// a page that documents them can be tested.
  public Set<String> asked() {
    Set<String> names = new TreeSet<>();
    Set<String> sections = new TreeSet<>();
    for (Settings child : children.values()) {
      names.addAll(child.asked());
      sections.add(child.path);
    }
    for (String key : known) {
      if (!sections.contains(name(key) + ".")) {
        names.add(name(key));
      }
    }
    return names;
  }

  /// An error about one key, for rules that need more than one value.
  public SettingsException broken(String key, String rule, String found) {
    return new SettingsException(
        "%s must be %s, but was \"%s\" (%s)".formatted(name(key), rule, found, origin));
  }

  private String name(String key) {
    return path + key;
  }

  private <T> T required(String key, @Nullable T found) {
    if (found == null) {
      throw new SettingsException(
          "%s is missing and has no default (%s)".formatted(name(key), origin));
    }
    return found;
  }

  private @Nullable String expanded(String key) {
    known.add(key);
    Object found = values.get(key);
    if (found == null) {
      return null;
    }
    if (found instanceof Map || found instanceof List) {
      throw broken(key, "a single value", String.valueOf(found));
    }
    return expand(String.valueOf(found), key);
  }

  private String expand(String text, String key) {
    try {
      return placeholders.fill(text);
    } catch (IllegalArgumentException e) {
      throw new SettingsException("%s %s (%s)".formatted(name(key), e.getMessage(), origin));
    }
  }

  /// `; did you mean "x"?` for the known word nearest to `found`, or nothing when none is near.
  public static String nearest(String found, Iterable<String> known) {
    return NearestWord.suggestion(found, known);
  }
}
