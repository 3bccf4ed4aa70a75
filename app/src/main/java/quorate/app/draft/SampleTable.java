package quorate.app.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import quorate.app.home.Home;
import quorate.app.terminal.StopException;

/// The lines of a sample taken apart at the likeliest delimiter.
///
/// @param delimiter between two fields
/// @param decimal point or comma of its numbers
/// @param hasNames whether the first line names the columns
/// @param names of the columns; their indices where there are none
/// @param rows of fields, each as long as `names`
record SampleTable(
    char delimiter, char decimal, boolean hasNames, List<String> names, List<List<String>> rows) {
  /// The rarest in numbers and texts first.
  private static final List<Character> DELIMITERS = List.of('\t', ';', '|', ',', ' ');

  private static final Pattern POINT = Pattern.compile("[-+]?\\d*\\.?\\d+([eE][-+]?\\d+)?");
  private static final Pattern COMMA = Pattern.compile("[-+]?\\d+,\\d+");

  SampleTable {
    names = List.copyOf(names);
    rows = List.copyOf(rows);
  }

  /// @throws StopException when no character takes most lines apart into equally many fields
  static SampleTable of(SampleText text) {
    char delimiter = delimiter(text);
    List<List<String>> lines = text.lines().stream().map(line -> split(line, delimiter)).toList();
    int width = lines.get(1).size();
    List<String> first = lines.getFirst();
    char decimal = decimal(lines, delimiter);
    boolean hasNames =
        first.size() == width
            && first.stream().noneMatch(f -> isNumber(f, decimal) || f.matches("\\d.*"));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      names.add(hasNames && !first.get(i).isEmpty() ? first.get(i) : Integer.toString(i));
    }
    List<List<String>> rows =
        lines.stream().skip(hasNames ? 1 : 0).filter(line -> line.size() == width).toList();
    return new SampleTable(delimiter, decimal, hasNames, names, rows);
  }

  private static char delimiter(SampleText text) {
    for (char candidate : DELIMITERS) {
      int width = split(text.lines().get(1), candidate).size();
      long alike =
          text.lines().stream().filter(line -> split(line, candidate).size() == width).count();
      if (width > 1 && alike >= 0.9 * text.lines().size()) {
        return candidate;
      }
    }
    throw new StopException(
        "the lines of %s must have equally many fields, but no comma, semicolon, tab, bar or space does that; write its mapping by hand (docs/mappings.md)"
            .formatted(Home.shown(text.file())));
  }

  /// Fields of a line; quotes around a field are taken off, and a delimiter inside them is text.
  static List<String> split(String line, char delimiter) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == delimiter && !quoted) {
        fields.add(field.toString().strip());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString().strip());
    return fields;
  }

  private static char decimal(List<List<String>> lines, char delimiter) {
    return delimiter != ','
            && lines.stream().flatMap(List::stream).anyMatch(f -> COMMA.matcher(f).matches())
        ? ','
        : '.';
  }

  static boolean isNumber(String field, char decimal) {
    return POINT.matcher(decimal == ',' ? field.replace(',', '.') : field).matches();
  }

  /// The fields of one column, from the first row to the last.
  List<String> column(int index) {
    return rows.stream().map(row -> row.get(index)).toList();
  }

  /// Whether at least nine in ten fields of a column that say something are numbers.
  boolean isNumeric(int index) {
    List<String> said = column(index).stream().filter(field -> !field.isEmpty()).toList();
    long numbers = said.stream().filter(field -> isNumber(field, decimal)).count();
    return !said.isEmpty() && numbers >= 0.9 * said.size();
  }

  /// A number of a row; NaN where there is none.
  double number(int row, int column) {
    String field = rows.get(row).get(column);
    return isNumber(field, decimal)
        ? Double.parseDouble(decimal == ',' ? field.replace(',', '.') : field)
        : Double.NaN;
  }

  /// How a mapping calls a column: by its name, or by its index where the name is of no use.
  String called(int index) {
    String name = names.get(index);
    return hasNames && names.indexOf(name) == names.lastIndexOf(name)
        ? name
        : Integer.toString(index);
  }
}
