package quorate.market.source;

import java.time.ZoneId;
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
    String form =
        section.parsed("form", otherwise == null ? "iso" : otherwise.form, TimeRule::form);
    String dateFromName = section.text("date_from_name", "");
    Pattern date =
        dateFromName.isEmpty()
            ? otherwise == null ? null : otherwise.dateFromName
            : SymbolRule.grouped(section, "date_from_name", dateFromName);
    if (form.equals("ms_of_day") && date == null) {
      throw section.broken("date_from_name", "given with the form ms_of_day", "");
    }
    return new TimeRule(
        columns,
        form,
        section.zone("zone", otherwise == null ? ZoneId.of("UTC") : otherwise.zone),
        date,
        section.parsed("date_form", "yyyyMMdd", TimeRule::form),
        section.choice("overlap", Overlap.class, Overlap.REFUSE));
  }

  /// Refuses a form now rather than at the first row.
  private static String form(String declared) {
    StampForm.check(declared);
    return declared;
  }
}
