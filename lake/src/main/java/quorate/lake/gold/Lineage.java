package quorate.lake.gold;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.lake.store.Json;

/// How a feature table came to be, and what is in it; written beside it as `lineage.json`.
///
/// @param playbook whose table it is
/// @param symbol of the instrument
/// @param timeframe of its bars
/// @param version folder's name: the same for the same code, settings and input
/// @param made when, ISO 8601 in UTC
/// @param code checksum of the code that computes features
/// @param calendar of the instrument
/// @param beginsNs rows are of bars that end after this
/// @param input what was read
/// @param inputChecksum of its events
/// @param inputEvents how many, the warm-up included
/// @param inputFromNs first instant that was read, the warm-up included
/// @param inputToNs the first that was not
/// @param surroundings files besides the events that the columns look at, with checksums
/// @param files the Parquet files, oldest first
/// @param columns of a row after `time_ns` and `session`, in order
public record Lineage(
    String playbook,
    String symbol,
    String timeframe,
    String version,
    String made,
    String code,
    String calendar,
    long beginsNs,
    String input,
    String inputChecksum,
    long inputEvents,
    long inputFromNs,
    long inputToNs,
    List<InputReferenced> surroundings,
    List<GoldFile> files,
    List<ColumnStatistics> columns) {

  /// One file of a table.
  ///
  /// @param name beside the lineage
  /// @param rows in it
  /// @param bytes its size
  /// @param checksum SHA-256
  public record GoldFile(String name, long rows, long bytes, String checksum) {
    private Map<String, Object> toJson() {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", name);
      json.put("rows", rows);
      json.put("bytes", bytes);
      json.put("checksum", checksum);
      return json;
    }

    private static GoldFile of(Json.Fields json) {
      return new GoldFile(
          json.text("name"), json.number("rows"), json.number("bytes"), json.text("checksum"));
    }
  }

  public Lineage {
    surroundings = List.copyOf(surroundings);
    files = List.copyOf(files);
    columns = List.copyOf(columns);
  }

  public long rows() {
    return files.stream().mapToLong(GoldFile::rows).sum();
  }

  /// The features, in order.
  public List<String> columnNames() {
    return columns.stream().map(ColumnStatistics::name).toList();
  }

  String toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("playbook", playbook);
    json.put("symbol", symbol);
    json.put("timeframe", timeframe);
    json.put("version", version);
    json.put("made", made);
    json.put("code", code);
    json.put("calendar", calendar);
    json.put("begins_ns", beginsNs);
    Map<String, Object> read = new LinkedHashMap<>();
    read.put("data", input);
    read.put("checksum", inputChecksum);
    read.put("events", inputEvents);
    read.put("from_ns", inputFromNs);
    read.put("to_ns", inputToNs);
    json.put("input", read);
    json.put("surroundings", surroundings.stream().map(Lineage::toJson).toList());
    json.put("rows", rows());
    json.put("files", files.stream().map(GoldFile::toJson).toList());
    json.put("columns", columns.stream().map(ColumnStatistics::toJson).toList());
    return Json.write(json);
  }

  private static Map<String, Object> toJson(InputReferenced file) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", file.source());
    json.put("checksum", file.checksum());
    json.put("events", file.events());
    json.put("from_ns", file.fromNs());
    json.put("to_ns", file.toNs());
    return json;
  }

  private static InputReferenced surrounding(Json.Fields json) {
    return new InputReferenced(
        json.number("from_ns"),
        json.text("data"),
        json.text("checksum"),
        json.number("from_ns"),
        json.number("to_ns"),
        json.number("events"));
  }

  /// @throws IllegalArgumentException when it is no lineage
  static Lineage of(String text) {
    Json.Fields json = Json.read(text);
    Json.Fields read = json.object("input");
    return new Lineage(
        json.text("playbook"),
        json.text("symbol"),
        json.text("timeframe"),
        json.text("version"),
        json.text("made"),
        json.text("code"),
        json.text("calendar"),
        json.number("begins_ns"),
        read.text("data"),
        read.text("checksum"),
        read.number("events"),
        read.number("from_ns"),
        read.number("to_ns"),
        json.values().containsKey("surroundings")
            ? json.objects("surroundings").stream().map(Lineage::surrounding).toList()
            : List.of(), // tables of before there were any
        json.objects("files").stream().map(GoldFile::of).toList(),
        json.objects("columns").stream().map(ColumnStatistics::of).toList());
  }
}
