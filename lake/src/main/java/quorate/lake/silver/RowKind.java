package quorate.lake.silver;

import java.util.List;
import quorate.domain.EventCursor;
import quorate.lake.duckdb.Column;

/// What the rows of a silver file are, with their columns.
///
/// All numbers are whole: times in UTC nanoseconds, prices and quantities scaled as the footer
/// says. `sequence` counts the accepted rows of the input and keeps their order where times are
/// equal.
public enum RowKind {
  TRADES("trades", "time_ns sequence price quantity flags"),
  QUOTES("quotes", "time_ns sequence bid bid_size ask ask_size flags"),
  BARS("bars", "end_ns sequence start_ns open high low close volume flags"),
  OPEN_INTEREST("open-interest", "time_ns sequence contracts flags");

  private final String folder;
  private final String columns;

  RowKind(String folder, String columns) {
    this.folder = folder;
    this.columns = columns;
  }

  /// Name of its folder in silver.
  public String folder() {
    return folder;
  }

  /// @throws IllegalArgumentException when no kind has this folder
  public static RowKind ofFolder(String folder) {
    for (RowKind kind : values()) {
      if (kind.folder.equals(folder)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("silver has no folder \"" + folder + "\"");
  }

  /// Names of its columns: the first is the time an event became known, the second its sequence,
  /// the last its flags.
  List<String> names() {
    return List.of(columns.split(" ", -1));
  }

  List<Column> columns() {
    return names().stream().map(Column::ofLongs).toList();
  }

  /// The columns as a query takes them, flags narrowed to their real size.
  String selection() {
    return columns.replace(' ', ',').replace("flags", "flags::INTEGER AS flags");
  }

  /// Puts an event's fields into a row, in the order of the columns.
  void take(EventCursor event, long sequence, long[] row) {
    row[0] = event.timeNs;
    row[1] = sequence;
    switch (this) {
      case TRADES -> {
        row[2] = event.price;
        row[3] = event.quantity;
        row[4] = event.flags;
      }
      case QUOTES -> {
        row[2] = event.bid();
        row[3] = event.bidSize();
        row[4] = event.ask();
        row[5] = event.askSize();
        row[6] = event.flags;
      }
      case BARS -> {
        row[2] = event.startNs;
        row[3] = event.price;
        row[4] = event.high;
        row[5] = event.low;
        row[6] = event.close;
        row[7] = event.quantity;
        row[8] = event.flags;
      }
      case OPEN_INTEREST -> {
        row[2] = event.quantity;
        row[3] = event.flags;
      }
    }
  }

  /// The way back: fills the cursor from a row.
  ///
  /// @throws IllegalStateException for open interest, which is not a market event
  void give(long[] row, int instrument, EventCursor into) {
    switch (this) {
      case TRADES -> into.trade(instrument, row[0], row[2], row[3]);
      case QUOTES -> into.quote(instrument, row[0], row[2], row[3], row[4], row[5]);
      case BARS -> into.bar(instrument, row[2], row[0], row[3], row[4], row[5], row[6], row[7]);
      case OPEN_INTEREST ->
          throw new IllegalStateException("open interest is not a market event, so no tape has it");
    }
    into.flags = (int) row[row.length - 1];
  }

  /// The instant by which a row belongs to a year: a bar's start, else its time.
  long filedNs(EventCursor event) {
    return this == BARS ? event.startNs : event.timeNs;
  }
}
