package quorate.market.source;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Finds the time of a row in its columns and, where the mapping says so, in the file's name.
final class StampReader {
  private final TimeRule rule;
  private final StampForm form;
  private final boolean ofDay;
  private final Stamp stamp;
  private int first;
  private int second = -1;
  private byte[] joined = new byte[64];
  private int prefix;
  private long nameDay;

  StampReader(TimeRule rule) {
    this.rule = rule;
    stamp = new Stamp(rule.zone(), rule.overlap());
    ofDay = rule.form().equals("ms_of_day");
    boolean dated = rule.dateFromName() != null && !ofDay;
    form = StampForm.of(dated ? rule.dateForm() + " " + rule.form() : rule.form());
  }

  /// Prepares for the rows of one entry.
  ///
  /// @throws DateTimeException when its name holds no date or one that does not exist
  void enter(String entry, String file, int firstColumn, int secondColumn) {
    first = firstColumn;
    second = secondColumn;
    prefix = 0;
    var pattern = rule.dateFromName();
    if (pattern == null) {
      return;
    }
    @Nullable String date = SymbolRule.named(pattern, entry, file);
    if (date == null) {
      throw new DateTimeException(
          "name must hold a date that matches \"%s\", but does not".formatted(pattern.pattern()));
    }
    if (ofDay) {
      byte[] bytes = date.getBytes(StandardCharsets.UTF_8);
      StampForm.of(rule.dateForm()).read(bytes, 0, bytes.length, stamp);
      nameDay = stamp.epochDay();
    } else {
      prefix = append(0, (date + " ").getBytes(StandardCharsets.UTF_8), 0, date.length() + 1);
    }
  }

  int first() {
    return first;
  }

  /// The time of a row.
  ///
  /// @throws DateTimeException when it is not a time as declared, or does not exist
  Stamp read(Fields row) {
    if (ofDay) {
      long nano =
          ((StampForm.MillisOfDay) form).nanoOfDay(row.bytes, row.starts[first], row.ends[first]);
      stamp.setLocal(nameDay, nano);
      return stamp;
    }
    if (second < 0 && prefix == 0) {
      form.read(row.bytes, row.starts[first], row.ends[first], stamp);
      return stamp;
    }
    int end = append(prefix, row.bytes, row.starts[first], row.ends[first]);
    if (second >= 0) {
      end = append(end, SPACE, 0, 1);
      end = append(end, row.bytes, row.starts[second], row.ends[second]);
    }
    form.read(joined, 0, end, stamp);
    return stamp;
  }

  private static final byte[] SPACE = {' '};

  private int append(int at, byte[] bytes, int from, int to) {
    int end = at + to - from;
    if (end > joined.length) {
      joined = Arrays.copyOf(joined, 2 * end);
    }
    System.arraycopy(bytes, from, joined, at, to - from);
    return end;
  }

  /// The text of the time, for messages.
  String text(Fields row) {
    return second < 0 ? row.text(first) : row.text(first) + " " + row.text(second);
  }
}
