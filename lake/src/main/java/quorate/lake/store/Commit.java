package quorate.lake.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import quorate.domain.Instrument;

/// The record of one ingested file; what no commit names is not in the lake.
///
/// @param number counts the commits of a lake from 1
/// @param source who the data comes from, such as `kibot`
/// @param dataset which of its data, such as `trades`
/// @param name of the input file
/// @param checksum SHA-256 of the input
/// @param bytes of the input
/// @param mapping checksum of the mapping it was read with
/// @param who ran the ingest
/// @param at when it was committed
/// @param instruments definitions that its numbers are scaled by
/// @param supersedes paths of silver files of earlier commits that no longer count, as this one is
///   a later version of what they hold
/// @param rows how its rows were judged
/// @param files what it put into the lake or relies on
public record Commit(
    long number,
    String source,
    String dataset,
    String name,
    String checksum,
    long bytes,
    String mapping,
    String who,
    Instant at,
    List<Instrument> instruments,
    List<String> supersedes,
    Counts rows,
    List<StoredFile> files) {

  /// How the rows of an input were judged; accepted and quarantined add up to read.
  ///
  /// @param read rows read
  /// @param accepted rows in silver
  /// @param quarantined rejected rows by reason
  /// @param flagged marks on accepted rows by reason
  public record Counts(
      long read, long accepted, Map<String, Long> quarantined, Map<String, Long> flagged) {
    public Counts {
      quarantined = Map.copyOf(quarantined);
      flagged = Map.copyOf(flagged);
      long rejected = quarantined.values().stream().mapToLong(Long::longValue).sum();
      if (accepted + rejected != read) {
        throw new IllegalArgumentException(
            "accepted and quarantined rows must add up to the rows read, but %d + %d is not %d"
                .formatted(accepted, rejected, read));
      }
    }
  }

  public Commit {
    instruments = List.copyOf(instruments);
    supersedes = List.copyOf(supersedes);
    files = List.copyOf(files);
  }

  /// Names the commit and its files: its number and the beginning of the input's checksum.
  public String id() {
    return id(number, checksum);
  }

  public static String id(long number, String checksum) {
    return "%06d-%s".formatted(number, checksum.substring(0, 12));
  }

  /// Its silver files.
  public Stream<StoredFile> silver() {
    return files.stream().filter(file -> file.part().isPresent());
  }

  /// Whether it came from a file of this name in this dataset.
  public boolean isOf(String source, String dataset, String name) {
    return this.source.equals(source) && this.dataset.equals(dataset) && this.name.equals(name);
  }
}
