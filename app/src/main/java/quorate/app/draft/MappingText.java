package quorate.app.draft;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import quorate.market.source.SourceKind;

/// Writes a guessed mapping down, with a comment on each guess.
final class MappingText {
  private static final Map<Character, String> DELIMITERS =
      Map.of(';', "semicolon", '\t', "tab", ' ', "space", '|', "\"|\"");
  private static final int LONGEST_LIST = 5;

  private final SampleTable table;
  private final TimeGuess time;
  private final RoleGuess roles;
  private final Optional<String> symbol;
  private String head = "";
  private String zone = "UTC";
  private boolean keepsOffGrid;

  MappingText(SampleTable table, TimeGuess time, RoleGuess roles, Optional<String> symbol) {
    this.table = table;
    this.time = time;
    this.roles = roles;
    this.symbol = symbol;
  }

  void origin(String source, String dataset, String file) {
    head =
        """
        # How %s is read: guessed from its first lines, so look it through.
        # Every key there is: docs/mappings.md.
        source: %s    # who it comes from
        dataset: %s    # which of their collections
        kind: %s
        files: "%s"    # the files it is for: ingest finds it by this
        """
            .formatted(
                file,
                source,
                dataset,
                roles.kind().name().toLowerCase(java.util.Locale.ROOT),
                pattern(file));
  }

  /// Files of the same name with other numbers, such as other years, are of the same form.
  static String pattern(String file) {
    String any = file.replaceAll("\\d{2,}", "*").replaceAll("\\*([-_.]\\*)+", "*");
    boolean says = any.replaceAll("\\.[a-z.]+$|[^A-Za-z]", "").length() >= 2;
    return (says ? any : file).replaceAll("[\\[\\]{}?\\\\\"]", "?");
  }

  void zone(String found) {
    zone = found;
  }

  void keepOffGrid() {
    keepsOffGrid = true;
  }

  /// How long a bar lasts.
  String span() {
    Duration step = time.step();
    if (time.isDates()) {
      return step.toDays() >= 27 ? "month" : "session";
    }
    if (step.toMinutes() % 60 == 0 && !step.isZero()) {
      return step.toHours() + "h";
    }
    return Math.max(1, step.toMinutes()) + "m";
  }

  String written() {
    StringBuilder text = new StringBuilder(head);
    if (time.isDescending()) {
      text.append("order: descending    # the newest row comes first\n");
    }
    textForm(text);
    instrument(text);
    time(text);
    if (roles.kind() == SourceKind.BARS) {
      text.append("bars:\n  timeframe: ").append(span());
      text.append(
          span().equals("session")
              ? "    # a date stands for its trading session\n"
              : "\n  stamp: start    # or end, where a bar is stamped with the moment it closed\n");
    }
    columns(text);
    if (keepsOffGrid) {
      text.append(
          """
          quality:
            off_grid: flag    # many prices lie between two ticks, as adjusted ones do: kept and marked
          """);
    }
    return text.toString();
  }

  private void textForm(StringBuilder text) {
    StringBuilder form = new StringBuilder();
    if (table.delimiter() != ',') {
      form.append("  delimiter: ").append(DELIMITERS.get(table.delimiter())).append('\n');
    }
    if (!table.hasNames()) {
      form.append("  header: none    # columns are given by their place, from 0\n");
    }
    if (table.decimal() != '.') {
      form.append("  decimal: \",\"\n");
    }
    List<String> missing = missing();
    if (!missing.isEmpty()) {
      form.append("  missing: [")
          .append(String.join(", ", missing.stream().map(MappingText::quoted).toList()))
          .append("]    # what stands where a value is absent\n");
    }
    if (!form.isEmpty()) {
      text.append("text:\n").append(form);
    }
  }

  /// Words in columns of numbers.
  private List<String> missing() {
    TreeSet<String> words = new TreeSet<>();
    for (int column : roles.columns().values()) {
      for (String field : table.column(column)) {
        if (!field.isEmpty() && !SampleTable.isNumber(field, table.decimal())) {
          words.add(field);
        }
      }
    }
    boolean id = roles.columns().containsKey("id");
    return id || words.size() > LONGEST_LIST ? List.of() : List.copyOf(words);
  }

  private void instrument(StringBuilder text) {
    text.append("instrument:\n");
    if (symbol.isPresent()) {
      text.append("  symbol: ").append(symbol.get()).append("    # whose rows they are\n");
    } else if (roles.isPanel()) {
      text.append("  panel: all    # each column holds the closes of the symbol it is named for\n");
    } else {
      text.append("  column: ").append(quoted(table.called(roles.symbol().orElseThrow())));
      text.append("    # holds the symbol\n");
    }
  }

  private void time(StringBuilder text) {
    List<String> names =
        time.columns().stream().map(table::called).map(MappingText::quoted).toList();
    text.append("time:\n  column: ")
        .append(names.size() == 1 ? names.getFirst() : names.toString())
        .append("\n  form: ")
        .append(quoted(time.form()))
        .append(
            time.form().contains("M/d/") ? "    # month first; d/M/yyyy for day first\n" : "\n");
    if (!time.zoned() && !time.isDates()) {
      text.append("  zone: ")
          .append(zone)
          .append(
              "    # of the stamps, which do not say it; where most rows are inside sessions\n");
    }
  }

  private void columns(StringBuilder text) {
    if (roles.isPanel()) {
      return;
    }
    text.append("columns:\n");
    for (String value : RoleGuess.values(roles.kind())) {
      Integer column = roles.columns().get(value);
      if (column != null) {
        text.append("  %s: %s\n".formatted(value, quoted(table.called(column))));
      } else if (!value.equals("id")) {
        text.append("  %s: none\n".formatted(value));
      }
    }
  }

  /// As YAML wants it.
  private static String quoted(String text) {
    return text.matches("[A-Za-z0-9][A-Za-z0-9_ ]*")
        ? text
        : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
