package quorate.lake.gold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import quorate.features.observation.FeatureSet;
import quorate.lake.duckdb.Column;
import quorate.lake.gold.Lineage.GoldFile;
import quorate.lake.store.Checksum;
import quorate.lake.table.Table;
import quorate.market.calendar.SessionCalendar;

/// Writes the rows of one feature table as they come, a file for each year of sessions, so that no
/// more than a year is in memory.
final class TableWriter {
  private final Path folder;
  private final SessionCalendar calendar;
  private final FeatureSet features;
  private final List<String> names;
  private final int[] columns;
  private final List<GoldFile> files = new ArrayList<>();
  private Table rows;
  private int year = Integer.MIN_VALUE;
  private LocalDate session = LocalDate.MIN;
  private long sessionEndNs = Long.MIN_VALUE;

  /// @param features where the columns are computed
  TableWriter(Path folder, SessionCalendar calendar, FeatureSet features, List<String> names) {
    this.folder = folder;
    this.calendar = calendar;
    this.features = features;
    this.names = names;
    this.columns = names.stream().mapToInt(features::column).toArray();
    this.rows = empty();
  }

  private Table empty() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.ofLongs("time_ns"));
    columns.add(Column.ofTexts("session"));
    names.forEach(name -> columns.add(Column.ofDoubles(name)));
    return new Table(columns.toArray(Column[]::new));
  }

  /// Adds the features as they are now.
  ///
  /// @param timeNs end of the bar that was taken last
  void add(long timeNs) throws IOException {
    if (timeNs > sessionEndNs) {
      var entered = calendar.sessionAtOrAfter(timeNs - 1);
      session = entered.date();
      sessionEndNs = entered.closeNs();
    }
    if (session.getYear() != year) {
      flush();
      year = session.getYear();
    }
    rows.put(timeNs).put(session.toString());
    for (int column : columns) {
      rows.put(features.value(column));
    }
  }

  /// Writes what is not yet on disk.
  ///
  /// @return all files
  List<GoldFile> finish() throws IOException {
    flush();
    return files;
  }

  private void flush() throws IOException {
    if (rows.rows() == 0) {
      return;
    }
    Path file = folder.resolve("year=" + year + ".parquet");
    rows.writeParquet(file, Map.of("columns", String.join("\n", names)));
    files.add(
        new GoldFile(
            file.getFileName().toString(), rows.rows(), Files.size(file), Checksum.of(file)));
    rows = empty();
  }
}
