package quorate.lake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.domain.Instrument;
import quorate.lake.silver.RowKind;
import quorate.lake.silver.SilverFile;
import quorate.lake.store.Checksum;
import quorate.lake.store.Commit;
import quorate.lake.store.CommitLog;
import quorate.lake.store.LakeException;
import quorate.lake.store.SilverPart;
import quorate.lake.store.StoredFile;

/// The datasets that the commits of a lake add up to.
final class Datasets {
  private final Path root;

  Datasets(Path root) {
    this.root = root;
  }

  /// What all files of one dataset have in common.
  private record Key(String source, String dataset, String kind, String symbol, String timeframe) {}

  /// What the files of one dataset add up to.
  private record Sum(Instrument instrument, List<SilverFile> files) {}

  /// @throws LakeException UNCLEAR when parts of one dataset are scaled by different definitions of
  ///   their instrument
  List<Dataset> of(CommitLog log) {
    Map<Key, Sum> sums = new LinkedHashMap<>();
    for (Commit commit : log.all()) {
      log.silver(commit).forEach(file -> add(commit, file, sums));
    }
    List<Dataset> datasets = new ArrayList<>();
    sums.forEach((key, sum) -> datasets.add(dataset(key, sum)));
    datasets.sort(
        Comparator.comparing(Dataset::source)
            .thenComparing(Dataset::dataset)
            .thenComparing(Dataset::symbol)
            .thenComparing(Dataset::kind)
            .thenComparing(Dataset::timeframe));
    return datasets;
  }

  private void add(Commit commit, StoredFile file, Map<Key, Sum> sums) {
    SilverPart part = file.part().orElseThrow();
    Instrument instrument =
        commit.instruments().stream()
            .filter(each -> each.symbol().equals(part.symbol()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("commit without " + part.symbol()));
    Key key =
        new Key(commit.source(), commit.dataset(), part.kind(), part.symbol(), part.timeframe());
    Sum sum = sums.computeIfAbsent(key, fresh -> new Sum(instrument, new ArrayList<>()));
    if (!sum.instrument.equals(instrument)) {
      throw new LakeException(
          LakeException.Problem.UNCLEAR,
          "files of one dataset must be read with one definition of %s, but commit %s has %s and an earlier one %s; ingest those files of %s/%s again"
              .formatted(
                  part.symbol(),
                  commit.id(),
                  instrument,
                  sum.instrument,
                  commit.source(),
                  commit.dataset()));
    }
    sum.files.add(
        new SilverFile(root.resolve(file.path()), commit.number(), file.checksum(), part));
  }

  private static Dataset dataset(Key key, Sum sum) {
    List<SilverFile> files = sum.files;
    StringBuilder content = new StringBuilder(sum.instrument.toString());
    files.forEach(file -> content.append('\n').append(file.checksum()));
    return new Dataset(
        key.source,
        key.dataset,
        RowKind.ofFolder(key.kind),
        sum.instrument,
        key.timeframe,
        files.stream().mapToLong(file -> file.part().firstNs()).min().orElseThrow(),
        files.stream().mapToLong(file -> file.part().lastNs()).max().orElseThrow(),
        files.stream().mapToLong(file -> file.part().rows()).sum(),
        Checksum.of(content.toString()),
        files);
  }
}
