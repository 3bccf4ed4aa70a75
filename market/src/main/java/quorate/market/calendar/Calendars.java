package quorate.market.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import quorate.domain.settings.Settings;
import quorate.market.yaml.YamlSettings;

/// The calendars that ship with Quorate, by name.
///
/// Each is a YAML file beside this class, whose comments name the sources of its hours and
/// holidays; it is read when first asked for.
public final class Calendars {
  private static final List<String> NAMES =
      List.of(
          "US_EQUITIES",
          "US_EQUITIES_EXTENDED",
          "US_FEDERAL",
          "CME_EQUITY_INDEX",
          "CME_FX",
          "CME_RATES",
          "NYMEX_ENERGY",
          "COMEX_METALS",
          "CBOT_GRAINS",
          "EUREX_INDEX",
          "EUROPE_CASH_INDEX",
          "FX_WEEK",
          "CRYPTO_24_7");

  private static final Map<String, SessionCalendar> READ = new ConcurrentHashMap<>();

  private Calendars() {}

  /// The names that [#named] knows.
  public static List<String> names() {
    return NAMES;
  }

  /// The calendar with this name; the same object every time.
  ///
  /// @throws IllegalArgumentException when there is none; the message lists those there are
  public static SessionCalendar named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "calendar must be one of %s, but was \"%s\"%s"
              .formatted(String.join(", ", NAMES), name, Settings.nearest(name, NAMES)));
    }
    SessionCalendar known = READ.get(name);
    if (known != null) {
      return known;
    }
    SessionCalendar read = new RuledCalendar(rules(name));
    SessionCalendar earlier = READ.putIfAbsent(name, read);
    return earlier == null ? read : earlier;
  }

  private static CalendarRules rules(String name) {
    String file = name + ".yaml";
    try (InputStream in = Calendars.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("calendar file must be on the class path: " + file);
      }
      Settings settings =
          YamlSettings.read(
              file, new InputStreamReader(in, StandardCharsets.UTF_8), variable -> null);
      return CalendarFile.read(settings, Calendars::rules);
    } catch (IOException e) {
      throw new UncheckedIOException("calendar file cannot be read: " + file, e);
    }
  }
}
