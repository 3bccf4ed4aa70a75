package quorate.lake.gold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import quorate.lake.duckdb.DuckDb;
import quorate.lake.duckdb.DuckDbSettings;
import quorate.lake.gold.Lineage.GoldFile;
import quorate.lake.store.Durable;

/// The values of one feature, oldest first, and which of them belong to which session.
public final class GoldColumn {
  private static final int MEMORY_MEGABYTES = 256;

  private final List<LocalDate> sessions = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private double[] values = new double[1024];
  private int count;

  private GoldColumn() {}

  static GoldColumn read(GoldTable table, String column) throws IOException {
    if (table.lineage().columns().stream().noneMatch(each -> each.name().equals(column))) {
      throw new IllegalArgumentException(
          "a column of %s must be one of its features, but was \"%s\""
              .formatted(table.folder(), column));
    }
    GoldColumn read = new GoldColumn();
    Path spill = Files.createTempDirectory("quorate-gold");
    try (DuckDb database = DuckDb.open(new DuckDbSettings(MEMORY_MEGABYTES, 1, spill));
        DuckDb.Result rows =
            database.query(
                "SELECT session, \"%s\" FROM %s ORDER BY time_ns"
                    .formatted(column, source(table.folder(), table.lineage().files())))) {
      while (rows.next()) {
        read.add(rows.getText(1), rows.getDouble(2));
      }
    } finally {
      Durable.deleteAll(spill);
    }
    return read;
  }

  /// The files of a table as SQL reads them: by name, with what SQL would take for a pattern
  /// escaped.
  static String source(Path folder, List<GoldFile> files) {
    return files.stream()
        .map(file ->
            DuckDb.quoted(folder.resolve(file.name()).toString().replaceAll("([\\[*?])", "[$1]")))
        .collect(Collectors.joining(", ", "read_parquet([", "])"));
  }

  private void add(String session, double value) {
    if (sessions.isEmpty() || !sessions.getLast().toString().equals(session)) {
      sessions.add(LocalDate.parse(session));
      firsts.add(count);
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, 2 * count);
    }
    values[count++] = value;
  }

  /// Dates of the sessions that have values, oldest first.
  public List<LocalDate> sessions() {
    return List.copyOf(sessions);
  }

  /// Values of the sessions from one to another, both included; none when there are no such.
  public double[] values(LocalDate from, LocalDate to) {
    int first = count;
    int end = count;
    for (int i = sessions.size() - 1; i >= 0; i--) {
      if (sessions.get(i).isAfter(to)) {
        end = firsts.get(i);
        first = end;
      } else if (!sessions.get(i).isBefore(from)) {
        first = firsts.get(i);
      }
    }
    return Arrays.copyOfRange(values, first, end);
  }

  /// All values.
  public double[] values() {
    return Arrays.copyOf(values, count);
  }
}
