package quorate.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import quorate.lake.IngestResult.OneFile;
import quorate.lake.silver.RowKind;
import quorate.lake.store.Checksum;
import quorate.lake.store.Commit;
import quorate.lake.store.CommitLog;
import quorate.lake.store.Disk;
import quorate.lake.store.LakeException;
import quorate.lake.store.LakeException.Problem;
import quorate.lake.store.Staging;
import quorate.lake.store.StoredFile;
import quorate.lake.store.WriterLock;
import quorate.market.source.UnreadableSourceException;
import quorate.market.tape.TapeException;

/// Everything that ever came in: as received (bronze), as clean rows (silver), and as tapes that
/// the engine reads at full speed.
///
/// A file enters whole or not at all, even when the process dies; the same file twice changes
/// nothing, unless rows of it were hidden in between: then it comes on top again. Any number of
/// readers may look while one process writes. For one thread.
public final class Lake {
  private final LakeSettings settings;
  private final Clock clock;
  private final Disk disk;

  private Lake(LakeSettings settings, Clock clock, Disk disk) {
    this.settings = settings;
    this.clock = clock;
    this.disk = disk;
  }

  /// Opens a lake, which may still be empty, and removes what a dead writer left unfinished.
  ///
  /// @param clock stamps what comes in
  /// @throws LakeException BROKEN when the folder cannot be read
  public static Lake open(LakeSettings settings, Clock clock) {
    return open(settings, clock, Disk.local());
  }

  static Lake open(LakeSettings settings, Clock clock, Disk disk) {
    Path root = settings.root();
    if (Files.isDirectory(root)) {
      try {
        WriterLock.ifFree(root, () -> Staging.sweep(root));
      } catch (IOException e) {
        throw LakeException.of("opening the lake " + root, e);
      }
    }
    return new Lake(settings, clock, disk);
  }

  /// Brings files into the lake, one after the other; each is in when its record is written, so
  /// what was finished stays when a later one fails. The first that cannot be read ends it.
  ///
  /// @throws LakeException when another process writes, the disk is full, the work was stopped or a
  ///   file is not there
  /// @throws UnreadableSourceException when a file is not as its mapping says; nothing of that file
  ///   is in the lake then
  public IngestResult ingest(IngestRequest request, Progress progress) {
    return ingest(request, progress, FileNews.stopping());
  }

  /// As [#ingest(IngestRequest, Progress)], but a file that cannot be read is told and passed over.
  ///
  /// @return the files that are in the lake
  /// @throws LakeException when another process writes, the disk is full or the work was stopped;
  ///   files that were not heard of by then were not looked at
  public IngestResult ingest(IngestRequest request, Progress progress, FileNews news) {
    return ingest(request.intake(), request.files(), request.who(), progress, news);
  }

  IngestResult ingest(
      Intake intake, List<Path> files, String who, Progress progress, FileNews news) {
    try (Stop stop = Stop.listening()) {
      try {
        return ingest(intake, files, who, stop, progress, news);
      } catch (IOException e) {
        stop.check();
        throw LakeException.of("ingest into the lake " + settings.root(), e);
      } catch (UncheckedIOException e) {
        stop.check();
        throw LakeException.of(
            "ingest into the lake " + settings.root(), new IOException(e.getMessage(), e));
      }
    }
  }

  private IngestResult ingest(
      Intake intake, List<Path> files, String who, Stop stop, Progress progress, FileNews news)
      throws IOException {
    Path root = settings.root();
    WriterLock lock = WriterLock.acquire(root, settings.patience());
    try (lock;
        Databases databases = new Databases(settings, root.resolve(".staging/database"))) {
      Staging.sweep(root);
      FileIngest one = new FileIngest(root, intake, who, clock, stop, databases);
      return ingest(one, files, stop, progress, news);
    }
  }

  private IngestResult ingest(
      FileIngest one, List<Path> files, Stop stop, Progress progress, FileNews news)
      throws IOException {
    CommitLog log = CommitLog.read(settings.root());
    List<OneFile> results = new ArrayList<>();
    long total = Math.max(1, bytesOf(files));
    long done = 0;
    for (int i = 0; i < files.size(); i++) {
      Path file = files.get(i);
      List<Path> later = files.subList(i + 1, files.size());
      stop.check();
      long before = done;
      long size = sizeOf(file);
      try {
        FileIngest.Done in =
            ingest(
                one,
                log,
                file,
                later,
                stop,
                fraction -> progress.at(before + (long) (fraction * size), total));
        if (!in.written().isEmpty()) {
          log = log.with(in.commit());
        }
        OneFile result = result(file, in);
        results.add(result);
        news.taken(result);
      } catch (UnreadableSourceException e) {
        stop.check();
        news.refused(file, e);
      } catch (LakeException e) {
        if (e.problem() != Problem.UNCLEAR) {
          throw e;
        }
        news.refused(file, e);
      }
      done += size;
      progress.at(Math.min(done, total), total);
    }
    return new IngestResult(results);
  }

  private FileIngest.Done ingest(
      FileIngest one,
      CommitLog log,
      Path file,
      List<Path> later,
      Stop stop,
      DoubleConsumer fraction)
      throws IOException {
    String checksum = checksum(file);
    Optional<Commit> there = one.alreadyThere(log, file, checksum);
    long hidden = there.isPresent() ? one.hidden(log, there.get(), later) : 0;
    if (there.isPresent() && hidden == 0) {
      return FileIngest.Done.nothing(there.get());
    }
    Staging staging = Staging.begin(settings.root(), Commit.id(log.nextNumber(), checksum), disk);
    try {
      return one.ingest(log, file, checksum, staging, fraction).withRestored(hidden);
    } finally {
      stop.calm();
      staging.close();
    }
  }

  private static String checksum(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new LakeException(
          Problem.UNCLEAR,
          "input file must exist, but there is none at " + file + "; check its path");
    }
    try {
      return Checksum.of(file);
    } catch (IOException e) {
      throw new UnreadableSourceException(
          "%s: file must be readable, but is not (%s)".formatted(file, e), e);
    }
  }

  private static long bytesOf(List<Path> files) throws IOException {
    long sum = 0;
    for (Path file : files) {
      sum += sizeOf(file);
    }
    return sum;
  }

  private static long sizeOf(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : 0;
  }

  /// @param done with nothing written when it was there already
  private OneFile result(Path file, FileIngest.Done done) {
    Commit commit = done.commit();
    Optional<Path> quarantine =
        commit.files().stream()
            .filter(stored -> stored.role() == StoredFile.Role.QUARANTINE)
            .map(stored -> settings.root().resolve(stored.path()))
            .findFirst();
    return new OneFile(
        file,
        commit.id(),
        commit.checksum(),
        done.written().isEmpty(),
        commit.rows().read(),
        commit.rows().accepted(),
        commit.rows().quarantined(),
        commit.rows().flagged(),
        done.replaced(),
        done.hidden(),
        done.restored(),
        quarantine,
        done.written());
  }

  /// What is in silver, in the order of source, dataset and symbol.
  public List<Dataset> datasets() {
    try {
      return new Datasets(settings.root()).of(CommitLog.read(settings.root()));
    } catch (IOException e) {
      throw LakeException.of("reading the commits of " + settings.root(), e);
    }
  }

  /// The one dataset that has these rows.
  ///
  /// @param timeframe of bars, empty for other kinds
  /// @throws LakeException UNCLEAR when there is none or more than one; the message lists what
  ///   there is
  public Dataset dataset(String symbol, RowKind kind, String timeframe) {
    List<Dataset> all = datasets();
    List<Dataset> found =
        all.stream()
            .filter(each -> each.symbol().equals(symbol))
            .filter(each -> each.kind() == kind && each.timeframe().equals(timeframe))
            .toList();
    if (found.size() != 1) {
      List<Dataset> known =
          found.isEmpty()
              ? all.stream().filter(each -> each.symbol().equals(symbol)).toList()
              : found;
      throw new LakeException(
          Problem.UNCLEAR,
          "the lake must hold one dataset of %s of %s, but holds %s; %s"
              .formatted(
                  (timeframe + " " + kind.folder()).strip(),
                  symbol,
                  known.isEmpty() ? "nothing of " + symbol : known.toString(),
                  found.isEmpty()
                      ? "ingest it"
                      : "set data.dataset to "
                          + String.join(" or ", found.stream().map(Dataset::path).toList())));
    }
    return found.getFirst();
  }

  /// Tapes with the rows of a dataset, made where they are missing or older than silver.
  ///
  /// @param fromNs UTC nanoseconds, inclusive; `Long.MIN_VALUE` from the beginning
  /// @param toNs exclusive; `Long.MAX_VALUE` to the end
  /// @param progress hears of rows written
  /// @throws LakeException BROKEN when a committed file is missing, UNCLEAR for open interest,
  ///   STOPPED when the work was stopped: whole tapes stay
  public TapedDataset tape(Dataset dataset, long fromNs, long toNs, Progress progress) {
    try (Stop stop = Stop.listening()) {
      try (Databases databases =
          new Databases(
              settings, settings.tapes().resolve(".spill-" + ProcessHandle.current().pid()))) {
        TapeShelf shelf = new TapeShelf(settings.tapes(), databases, stop);
        return shelf.tape(dataset, fromNs, toNs, progress);
      } catch (IOException e) {
        stop.check();
        throw LakeException.of("making tapes of " + dataset, e);
      } catch (UncheckedIOException e) {
        stop.check();
        throw LakeException.of("making tapes of " + dataset, new IOException(e.getMessage(), e));
      } catch (TapeException e) {
        stop.check();
        throw e;
      }
    }
  }
}
