package quorate.lake;

import java.util.List;
import quorate.domain.Instrument;
import quorate.lake.silver.RowKind;
import quorate.lake.silver.SilverFile;

/// The rows of one kind of one instrument that came from one collection of one source.
///
/// @param source who they come from
/// @param dataset which of the source's collections
/// @param kind what the rows are
/// @param instrument whose rows they are, with the terms they are scaled by
/// @param timeframe of bars, such as `1m`; empty for other kinds
/// @param firstNs UTC nanoseconds of the first row; of bars the first start
/// @param lastNs UTC nanoseconds of the last row; of bars the last end
/// @param rows in silver, rows that a later file hides included
/// @param checksum SHA-256 over the files and the instrument: the same for the same content
/// @param files that hold them, oldest commit first
public record Dataset(
    String source,
    String dataset,
    RowKind kind,
    Instrument instrument,
    String timeframe,
    long firstNs,
    long lastNs,
    long rows,
    String checksum,
    List<SilverFile> files) {
  public Dataset {
    files = List.copyOf(files);
  }

  public String symbol() {
    return instrument.symbol();
  }

  /// As a playbook names it: `vendor/futures`.
  public String path() {
    return source + "/" + dataset;
  }

  /// As a person names it: `ES 1m bars of vendor/futures`.
  @Override
  public String toString() {
    String what = timeframe.isEmpty() ? kind.folder() : timeframe + " " + kind.folder();
    return "%s %s of %s/%s".formatted(symbol(), what, source, dataset);
  }
}
