package quorate.app.draft;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Where a table says when a row was, and how it writes that.
///
/// @param columns one, or a date and a time of day
/// @param form as a mapping declares it
/// @param zoned whether the stamps carry their own zone, as counts since 1970 do
/// @param times of the rows; without a zone as if in UTC
record TimeGuess(List<Integer> columns, String form, boolean zoned, List<LocalDateTime> times) {
  private static final Pattern EPOCH = Pattern.compile("\\d{9,19}(\\.\\d+)?");
  private static final Pattern ISO =
      Pattern.compile(
          "\\d{4}-\\d{2}-\\d{2}([T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:?\\d{2})?)?");
  private static final Pattern OFFSET = Pattern.compile(".*\\d(Z|[+-]\\d{2}:?\\d{2})");
  private static final Set<String> NAMES =
      Set.of("time", "timestamp", "datetime", "date", "ts", "tsevent", "opentime", "epoch");

  /// The day first where both orders are possible would be a guess against most vendors.
  private static final List<String> PATTERNS =
      List.of(
          "yyyyMMdd",
          "yyyyMMdd HHmmss",
          "yyyyMMdd HHmmssSSS",
          "yyyyMMdd HH:mm",
          "yyyyMMdd HH:mm:ss",
          "yyyy.MM.dd",
          "yyyy.MM.dd HH:mm",
          "yyyy.MM.dd HH:mm:ss",
          "yyyy/MM/dd",
          "yyyy/MM/dd HH:mm",
          "yyyy/MM/dd HH:mm:ss",
          "M/d/yyyy",
          "M/d/yyyy H:mm",
          "M/d/yyyy H:mm:ss",
          "d/M/yyyy",
          "d/M/yyyy H:mm",
          "d/M/yyyy H:mm:ss",
          "d.M.yyyy",
          "d.M.yyyy H:mm",
          "d.M.yyyy H:mm:ss",
          "MMM d yyyy",
          "MMM d, yyyy",
          "d-MMM-yyyy");

  TimeGuess {
    columns = List.copyOf(columns);
    times = List.copyOf(times);
  }

  /// The first column called like a time, or else the first that reads like one, alone or with the
  /// column behind it.
  static Optional<TimeGuess> of(SampleTable table) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < table.names().size(); i++) {
      if (NAMES.contains(folded(table.names().get(i)))) {
        order.add(i);
      }
    }
    for (int i = 0; i < table.names().size(); i++) {
      if (!order.contains(i)) {
        order.add(i);
      }
    }
    for (int column : order) {
      Optional<TimeGuess> found = of(table, column);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<TimeGuess> of(SampleTable table, int column) {
    List<String> alone = table.column(column);
    if (column + 1 < table.names().size()) {
      List<String> next = table.column(column + 1);
      if (next.stream().allMatch(text -> text.matches("\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?"))) {
        List<String> both = new ArrayList<>();
        for (int i = 0; i < alone.size(); i++) {
          both.add(alone.get(i) + " " + next.get(i));
        }
        return read(both, List.of(column, column + 1));
      }
    }
    return read(alone, List.of(column));
  }

  private static Optional<TimeGuess> read(List<String> texts, List<Integer> columns) {
    if (texts.stream().allMatch(text -> EPOCH.matcher(text).matches())) {
      return Optional.of(epoch(texts, columns));
    }
    if (texts.stream().allMatch(text -> ISO.matcher(text).matches())) {
      boolean zoned = OFFSET.matcher(texts.getFirst()).matches() && texts.getFirst().length() > 10;
      return parsed(texts, text -> iso(text, zoned))
          .map(times -> new TimeGuess(columns, "iso", zoned, times));
    }
    for (String pattern : PATTERNS) {
      DateTimeFormatter form =
          DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
              .withResolverStyle(ResolverStyle.STRICT);
      Optional<List<LocalDateTime>> times = parsed(texts, text -> local(text, form));
      if (times.isPresent()) {
        return Optional.of(new TimeGuess(columns, pattern, false, times.get()));
      }
    }
    return Optional.empty();
  }

  /// Reads one text; fails with a [DateTimeException].
  private interface Reading {
    LocalDateTime of(String text);
  }

  private static Optional<List<LocalDateTime>> parsed(List<String> texts, Reading reading) {
    try {
      return Optional.of(texts.stream().map(reading::of).toList());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalDateTime iso(String text, boolean zoned) {
    if (text.length() == 10) {
      return LocalDate.parse(text).atStartOfDay();
    }
    String withT = text.replace(' ', 'T').replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    return zoned
        ? OffsetDateTime.parse(withT).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
        : LocalDateTime.parse(withT);
  }

  private static LocalDateTime local(String text, DateTimeFormatter form) {
    var found = form.parse(text);
    LocalDate date = LocalDate.from(found);
    return found.isSupported(ChronoField.NANO_OF_DAY)
        ? date.atStartOfDay().plusNanos(found.getLong(ChronoField.NANO_OF_DAY))
        : date.atStartOfDay();
  }

  /// The unit follows from the size: today is 1.7·10⁹ s after 1970.
  private static TimeGuess epoch(List<String> texts, List<Integer> columns) {
    double first = Double.parseDouble(texts.getFirst());
    String form =
        first < 1e11
            ? "epoch_s"
            : first < 1e14 ? "epoch_ms" : first < 1e17 ? "epoch_us" : "epoch_ns";
    double inSecond =
        switch (form) {
          case "epoch_s" -> 1;
          case "epoch_ms" -> 1e3;
          case "epoch_us" -> 1e6;
          default -> 1e9;
        };
    List<LocalDateTime> times =
        texts.stream()
            .map(text ->
                Instant.ofEpochMilli(Math.round(Double.parseDouble(text) / inSecond * 1e3))
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDateTime())
            .toList();
    return new TimeGuess(columns, form, true, times);
  }

  /// A name without case and marks.
  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]", "")
        .replaceFirst("(utc|ms|ns)+$", "");
  }

  /// Whether the newest row comes first.
  boolean isDescending() {
    return times.getFirst().isAfter(times.getLast());
  }

  /// Whether no row has a time of day.
  boolean isDates() {
    return times.stream().allMatch(time -> time.toLocalTime().toNanoOfDay() == 0);
  }

  /// The most frequent distance of two neighbours; zero when all are at one time.
  Duration step() {
    Map<Duration, Integer> counts = new HashMap<>();
    for (int i = 1; i < times.size(); i++) {
      Duration step = Duration.between(times.get(i - 1), times.get(i)).abs();
      if (!step.isZero()) {
        counts.merge(step, 1, Integer::sum);
      }
    }
    return counts.entrySet().stream()
        .max(
            Map.Entry.<Duration, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey)
        .orElse(Duration.ZERO);
  }
}
