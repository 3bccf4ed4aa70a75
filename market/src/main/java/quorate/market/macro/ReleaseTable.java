package quorate.market.macro;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import quorate.domain.settings.Settings;
import quorate.market.calendar.Calendars;
import quorate.market.yaml.YamlSettings;

/// When each series is published, for files that name only the period a value is of.
///
/// The table that ships is `releases.yaml` beside this class; its form, its lags and their sources
/// are in `docs/features/macro.md`. Immutable and safe to share.
public final class ReleaseTable {
  private static final String BUILT_IN = "releases.yaml";
  private static final int LONGEST_LAG_DAYS = 3_660;
  private static final String DEFAULT_ZONE = "America/New_York";
  private static final String DEFAULT_CALENDAR = "US_FEDERAL";

  private final Map<String, ReleaseRule> rules;
  private final ZoneId zone;

  private ReleaseTable(Map<String, ReleaseRule> rules, ZoneId zone) {
    this.rules = Map.copyOf(rules);
    this.zone = zone;
  }

  /// The table that ships with Quorate.
  public static ReleaseTable builtIn() {
    return BuiltIn.TABLE;
  }

  /// A table without a series: every file must have release dates.
  public static ReleaseTable empty() {
    return new ReleaseTable(Map.of(), ZoneId.of(DEFAULT_ZONE));
  }

  /// This table with the series of a user's file, which win over those of the same name.
  ///
  /// @param environment looks `${NAME}` up, `System::getenv` outside tests
  /// @throws quorate.domain.settings.SettingsException when the file is missing or breaks a rule
  public ReleaseTable with(Path file, Function<String, @Nullable String> environment) {
    return with(YamlSettings.read(file, environment));
  }

  /// This table with the series of a document in the form of `releases.yaml`.
  public ReleaseTable with(Settings document) {
    ZoneId documentZone = document.zone("zone", zone);
    String calendar = document.text("calendar", DEFAULT_CALENDAR);
    Map<String, ReleaseRule> all = new HashMap<>(rules);
    Set<String> here = new TreeSet<>();
    for (Settings entry : document.sections("releases")) {
      List<String> series = entry.texts("series");
      if (series.isEmpty()) {
        throw entry.broken("series", "the name of a series, or a list of names", "nothing");
      }
      ReleaseRule rule = rule(entry, documentZone, calendar);
      for (String name : series) {
        if (!here.add(name)) {
          throw entry.broken("series", "declared once in a file", name);
        }
        all.put(name, rule);
      }
    }
    document.rejectUnknown();
    return new ReleaseTable(all, documentZone);
  }

  private static ReleaseRule rule(Settings entry, ZoneId zone, String calendar) {
    for (String needed : List.of("period", "lag", "at")) {
      entry.text(needed);
    }
    return new ReleaseRule(
        entry.choice("period", ReferencePeriod.class, ReferencePeriod.DAY),
        entry.wholeNumber("lag", 0, 0, LONGEST_LAG_DAYS),
        entry.choice("days", LagDays.class, LagDays.CALENDAR) == LagDays.BUSINESS,
        entry.has("weekday") ? entry.choice("weekday", DayOfWeek.class, DayOfWeek.MONDAY) : null,
        entry.parsed("calendar", Calendars.named(calendar), Calendars::named),
        entry.parsed("at", LocalTime::parse),
        entry.zone("zone", zone),
        exceptions(entry.section("exceptions")),
        entry.text("source", ""));
  }

  private static Map<LocalDate, LocalDate> exceptions(Settings section) {
    Map<LocalDate, LocalDate> exceptions = new LinkedHashMap<>();
    for (String period : section.keys()) {
      LocalDate day = section.parsed(period, LocalDate::parse);
      try {
        exceptions.put(LocalDate.parse(period), day);
      } catch (DateTimeException e) {
        throw section.broken(period, "a date such as 2013-09-01", period);
      }
    }
    return exceptions;
  }

  /// Whether the table says when this series is published.
  public boolean knows(String series) {
    return rules.containsKey(series);
  }

  /// The series it knows, in alphabetical order.
  public Set<String> series() {
    return new TreeSet<>(rules.keySet());
  }

  /// The instant at which the value of a period becomes public, UTC nanoseconds.
  ///
  /// @param referencePeriod the date by which the source names the period
  /// @throws IllegalArgumentException when the table does not know the series
  public long releasedAtNs(String series, LocalDate referencePeriod) {
    ReleaseRule rule = rules.get(series);
    if (rule == null) {
      throw new IllegalArgumentException(
          "series must be declared in the release table, but \"%s\" is not%s"
              .formatted(series, Settings.nearest(series, series())));
    }
    return rule.releasedAtNs(referencePeriod);
  }

  /// The instant of a release whose day is known: at the series's usual time, or at the end of the
  /// day for a series that the table does not know.
  long onDay(String series, LocalDate day) {
    ReleaseRule rule = rules.get(series);
    return rule == null ? UtcTimes.endOf(day, zone) : rule.at(day);
  }

  /// How the lag of a rule, its time and its source read in one line, for people.
  public String describe(String series) {
    ReleaseRule rule = rules.get(series);
    if (rule == null) {
      return "not declared";
    }
    return "%d %sday%s after the %s%s, %s %s; %s"
        .formatted(
            rule.lagDays(),
            rule.businessDays() ? "business " : "",
            rule.lagDays() == 1 ? "" : "s",
            rule.period().name().toLowerCase(Locale.ROOT),
            rule.weekday() == null
                ? ""
                : ", then on " + rule.weekday().name().toLowerCase(Locale.ROOT),
            rule.at(),
            rule.zone(),
            rule.source());
  }

  /// What a rule's lag counts.
  private enum LagDays {
    CALENDAR,
    BUSINESS
  }

  /// Read once, when first asked for.
  private static final class BuiltIn {
    static final ReleaseTable TABLE = read();

    private static ReleaseTable read() {
      try (InputStream in = ReleaseTable.class.getResourceAsStream(BUILT_IN)) {
        if (in == null) {
          throw new IllegalStateException("release table must be on the class path: " + BUILT_IN);
        }
        return empty()
            .with(
                YamlSettings.read(
                    BUILT_IN, new InputStreamReader(in, StandardCharsets.UTF_8), variable -> null));
      } catch (IOException e) {
        throw new UncheckedIOException("release table cannot be read: " + BUILT_IN, e);
      }
    }
  }
}
