package quorate.lake;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What became of the files of an ingest, in their order.
public record IngestResult(List<OneFile> files) {
  /// What became of one file; accepted and quarantined rows add up to those read.
  ///
  /// @param file as given
  /// @param commit names the record in the lake
  /// @param checksum SHA-256 of the file
  /// @param alreadyThere whether the lake held it already, so that nothing was written
  /// @param read rows of the file
  /// @param accepted rows in silver
  /// @param quarantined rejected rows by reason
  /// @param flagged marks on accepted rows by reason
  /// @param replaced rows of earlier versions of this file that no longer count
  /// @param hidden rows of other files of the dataset that are no longer seen, as rows of this one
  ///   have the same times
  /// @param restored rows of this very file that later files had hidden and that count again
  /// @param quarantine the lake's file of rejected rows, when there are any
  /// @param written files put into the lake, relative to it
  public record OneFile(
      Path file,
      String commit,
      String checksum,
      boolean alreadyThere,
      long read,
      long accepted,
      Map<String, Long> quarantined,
      Map<String, Long> flagged,
      long replaced,
      long hidden,
      long restored,
      Optional<Path> quarantine,
      List<String> written) {
    public OneFile {
      quarantined = Map.copyOf(quarantined);
      flagged = Map.copyOf(flagged);
      written = List.copyOf(written);
    }
  }

  public IngestResult {
    files = List.copyOf(files);
  }

  public long read() {
    return files.stream().mapToLong(OneFile::read).sum();
  }

  public long accepted() {
    return files.stream().mapToLong(OneFile::accepted).sum();
  }

  /// Rejected rows by reason, over all files.
  public Map<String, Long> quarantined() {
    Map<String, Long> sums = new TreeMap<>();
    for (OneFile file : files) {
      file.quarantined().forEach((reason, count) -> sums.merge(reason, count, Long::sum));
    }
    return sums;
  }

  /// Whether every file was in the lake before.
  public boolean isAlreadyThere() {
    return files.stream().allMatch(OneFile::alreadyThere);
  }

  /// Files put into the lake, relative to it.
  public List<String> written() {
    return files.stream().flatMap(file -> file.written().stream()).toList();
  }
}
