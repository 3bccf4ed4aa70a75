package quorate.market.macro;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import quorate.domain.MacroRelease;
import quorate.domain.MacroRelease.Vintage;
import quorate.market.rows.CsvRows;
import quorate.market.source.UnreadableSourceException;

/// Reads files in the form of FRED, one series a file, named as the series: `CPIAUCSL.csv` with the
/// columns `date` (or `observation_date`) and `value` (or the series's name). An empty value or `.`
/// is a missing one.
///
/// A column `released_at`, `release_date`, `realtime_start` or `vintage_date` says when each value
/// was out: an instant such as `2024-02-13T13:30:00Z`, or a day, on which it came at the series's
/// usual time or, where that is not known, is taken to be out at the day's end. Such values are
/// [Vintage#AS_RELEASED], and a period may have several. Without the column the [ReleaseTable] says
/// when the value was due, and it is [Vintage#LATEST].
public final class MacroFiles {
  private static final String[] DATE = {"date", "observation_date"};
  private static final String[] RELEASED = {
    "released_at", "release_date", "realtime_start", "vintage_date"
  };
  private static final String ENDING = "\\.csv(\\.gz)?$";

  /// The order of one stream: by release, then by series and period.
  private static final Comparator<MacroRelease> IN_TIME =
      Comparator.comparingLong(MacroRelease::releasedAtNs)
          .thenComparing(MacroRelease::series)
          .thenComparing(MacroRelease::referencePeriod);

  private MacroFiles() {}

  /// The releases of several files as one stream in time order.
  public static List<MacroRelease> read(List<Path> files, ReleaseTable table) {
    List<MacroRelease> all = new ArrayList<>();
    for (Path file : files) {
      all.addAll(read(file, table));
    }
    all.sort(IN_TIME);
    return List.copyOf(all);
  }

  /// Whether a file is named as one that can be read here.
  public static boolean isOne(Path file) {
    return !seriesOf(file).equals(file.getFileName().toString());
  }

  /// The series of a file, by its name.
  public static String seriesOf(Path file) {
    return file.getFileName().toString().replaceFirst(ENDING, "");
  }

  /// The releases of one file in time order.
  ///
  /// @throws UnreadableSourceException when a row cannot be read, or nothing says when the values
  ///   were out
  public static List<MacroRelease> read(Path file, ReleaseTable table) {
    String series = seriesOf(file);
    List<MacroRelease> releases = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    try (CsvRows rows = CsvRows.open(file)) {
      Columns columns = Columns.of(rows, series);
      if (columns.released() < 0 && !table.knows(series)) {
        throw new UnreadableSourceException(
            "%s: a macro file must say when its values were out, in a column released_at, or its series must have a declared lag, but \"%s\" has neither; add the column, or declare the series in a release table (docs/features/macro.md)"
                .formatted(file, series));
      }
      while (rows.next()) {
        String value = rows.field(columns.value()).strip();
        if (value.isEmpty() || value.equals(".")) {
          continue;
        }
        MacroRelease release = release(rows, columns, series, value, table);
        if (!seen.add(release.referencePeriod() + " " + release.releasedAtNs())) {
          throw rows.wrong(
              "a period must have one value a release, but %s of \"%s\" has a second"
                  .formatted(release.referencePeriod(), series));
        }
        if (columns.released() < 0 && !seen.add(release.referencePeriod().toString())) {
          throw rows.wrong(
              "a period must have one value in a file without release dates, but %s of \"%s\" has a second"
                  .formatted(release.referencePeriod(), series));
        }
        releases.add(release);
      }
    }
    releases.sort(IN_TIME);
    return List.copyOf(releases);
  }

  private static MacroRelease release(
      CsvRows rows, Columns columns, String series, String value, ReleaseTable table) {
    LocalDate period = date(rows, rows.field(columns.date()).strip(), "date");
    double number = number(rows, value);
    if (columns.released() < 0) {
      long dueNs = table.releasedAtNs(series, period);
      return new MacroRelease(series, period, dueNs, number, Vintage.LATEST);
    }
    String released = rows.field(columns.released()).strip();
    long releasedAtNs =
        released.indexOf('T') > 0
            ? instant(rows, released)
            : table.onDay(series, date(rows, released, rows.columns().get(columns.released())));
    if (releasedAtNs < UtcTimes.startOf(period)) {
      throw rows.wrong(
          "a value must be released after its period has begun, but that of %s was on %s (series \"%s\"); check the columns"
              .formatted(period, released, series));
    }
    return new MacroRelease(series, period, releasedAtNs, number, Vintage.AS_RELEASED);
  }

  private static double number(CsvRows rows, String text) {
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      number = Double.NaN;
    }
    if (!Double.isFinite(number)) {
      throw rows.wrong(
          "a value must be a number, or empty or \".\" where it is missing, but was \"%s\""
              .formatted(text));
    }
    return number;
  }

  private static LocalDate date(CsvRows rows, String text, String column) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw rows.wrong(
          "%s must be a date such as 2024-01-31, but was \"%s\"".formatted(column, text));
    }
  }

  private static long instant(CsvRows rows, String text) {
    try {
      return UtcTimes.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      throw rows.wrong(
          "a release must be an instant such as 2024-02-13T13:30:00Z, or a day, but was \"%s\""
              .formatted(text));
    }
  }

  /// Where things stand in a row; `released` is −1 when no column has it.
  private record Columns(int date, int value, int released) {
    static Columns of(CsvRows rows, String series) {
      int date = rows.find(DATE);
      int value = rows.find("value", series);
      if (date < 0 || value < 0) {
        throw rows.wrong(
            "a macro file must have the columns date and value (or \"%s\"), but has %s"
                .formatted(series, rows.columns()));
      }
      return new Columns(date, value, rows.find(RELEASED));
    }
  }
}
