package quorate.market.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import quorate.domain.DatedText;
import quorate.market.rows.CsvRows;

/// Reads comma-separated files of texts with their times, plain or packed with gzip.
///
/// A column `time`, `date`, `created_at`, `created_at_utc`, `published_at` or `asOf` has the time,
/// one of `text`, `tokens`, `headline`, `headlines`, `title` or `sentence` the text, to which a
/// `description` is added; `symbol`, `id` and `followers` are read where they are there. Of an
/// author with f followers the influence is log₁₀(10 + f): 1 with none, 2 with 90, 6 with a
/// million. Rows without any text are passed over. A file is held in memory and given in time
/// order.
public final class RawTexts {
  private static final String[] TIME = {
    "time", "date", "created_at", "created_at_utc", "published_at", "asOf"
  };
  private static final String[] TEXT = {
    "text", "tokens", "headline", "headlines", "title", "sentence"
  };

  private RawTexts() {}

  /// The texts of a file in the order in which they may be used; those of one instant in the order
  /// of the file.
  ///
  /// @throws quorate.market.source.UnreadableSourceException when a row cannot be read, with file
  ///   and line
  public static List<DatedText> read(Path file, RawTextForm form) {
    List<DatedText> texts = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(file, form.charset())) {
      Columns columns = Columns.of(rows);
      String stem = file.getFileName().toString().replaceFirst("\\..*$", "");
      while (rows.next()) {
        String words = words(rows, columns);
        if (!words.isEmpty()) {
          texts.add(text(rows, columns, form, stem, words));
        }
      }
    }
    texts.sort(Comparator.comparingLong(DatedText::asOfNs));
    return List.copyOf(texts);
  }

  private static String words(CsvRows rows, Columns columns) {
    String text = rows.field(columns.text()).strip();
    return columns.description() < 0
        ? text
        : (text + "\n" + rows.field(columns.description()).strip()).strip();
  }

  private static DatedText text(
      CsvRows rows, Columns columns, RawTextForm form, String stem, String words) {
    try {
      return new DatedText(
          TextTime.asOfNs(rows.field(columns.time()), form.zone()),
          form.source(),
          columns.symbol() < 0 ? "" : rows.field(columns.symbol()).strip(),
          columns.followers() < 0 ? 1 : influence(rows.field(columns.followers()).strip()),
          columns.id() < 0 ? stem + ":" + rows.line() : rows.field(columns.id()).strip(),
          words);
    } catch (IllegalArgumentException e) {
      throw rows.wrong(String.valueOf(e.getMessage()));
    }
  }

  private static double influence(String followers) {
    try {
      return influence(Long.parseLong(followers));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "followers must be a whole number, but was \"%s\"".formatted(followers), e);
    }
  }

  /// Weight of an author with so many followers.
  static double influence(long followers) {
    if (followers < 0) {
      throw new IllegalArgumentException("followers must not be negative, but was " + followers);
    }
    return StrictMath.log10(10.0 + followers);
  }

  /// Where things stand in a row, −1 for what is not there.
  private record Columns(int time, int text, int description, int symbol, int id, int followers) {
    static Columns of(CsvRows rows) {
      int time = rows.find(TIME);
      int text = rows.find(TEXT);
      if (time < 0 || text < 0) {
        throw rows.wrong(
            "a file of texts must have a column for the time (%s) and one for the text (%s), but has %s"
                .formatted(String.join(", ", TIME), String.join(", ", TEXT), rows.columns()));
      }
      return new Columns(
          time,
          text,
          rows.find("description"),
          rows.find("symbol"),
          rows.find("id"),
          rows.find("followers"));
    }
  }
}
