package quorate.market.source;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quorate.domain.settings.Settings;

/// Where the time of a row is written, and how.
///
/// @param columns name or index of one column, or of a date and a time column, read as one text
///   with a space between
/// @param form `iso`, `epoch_s`, `epoch_ms`, `epoch_us`, `epoch_ns`, `ms_of_day`, or a pattern of
///   [java.time.format.DateTimeFormatter]
/// @param zone of stamps that do not carry their own
/// @param dateFromName finds the date in the entry's or file's name for stamps without one
/// @param dateForm pattern of that date
/// @param overlap which of the two instants an ambiguous local time means
record TimeRule(
    List<String> columns,
    String form,
    ZoneId zone,
    @Nullable Pattern dateFromName,
    String dateForm,
    Overlap overlap) {
  /// What to do with a local time that a clock set back shows twice.
  enum Overlap {
    /// Stop: the file cannot be read without a decision.
    REFUSE,
    /// Take the first, in summer time.
    EARLIER,
    /// Take the second, in standard time.
    LATER
  }

  TimeRule {
    columns = List.copyOf(columns);
  }

  static TimeRule read(Settings section, @Nullable TimeRule otherwise) {
    List<String> columns = section.texts("column");
    if (columns.isEmpty()) {
      columns = otherwise == null ? List.of("time") : otherwise.columns;
    }
    if (columns.size() > 2) {
      throw section.broken("column", "one column, or a date and a time column", columns.toString());
    }
    String dateFromName = section.text("date_from_name", "");
    Pattern found = otherwise == null ? null : otherwise.dateFromName;
    return new TimeRule(
        columns,
        section.text("form", otherwise == null ? "iso" : otherwise.form),
        section.zone("zone", otherwise == null ? ZoneOffset.UTC : otherwise.zone),
        dateFromName.isEmpty()
            ? found
            : SymbolRule.grouped(section, "date_from_name", dateFromName),
        section.text("date_form", "yyyyMMdd"),
        section.choice("overlap", Overlap.class, Overlap.REFUSE));
  }
}
