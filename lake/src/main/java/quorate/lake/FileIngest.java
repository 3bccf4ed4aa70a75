package quorate.lake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instrument;
import quorate.lake.Intake.JudgedRows;
import quorate.lake.silver.SilverFile;
import quorate.lake.silver.SilverWriter;
import quorate.lake.store.Checksum;
import quorate.lake.store.Commit;
import quorate.lake.store.CommitLog;
import quorate.lake.store.SilverPart;
import quorate.lake.store.Staging;
import quorate.lake.store.StoredFile;
import quorate.lake.store.StoredFile.Role;
import quorate.market.quality.QuarantineFile;
import quorate.market.source.UnreadableSourceException;

/// Brings one file into the lake: keeps its bytes, judges its rows, writes silver and commits.
final class FileIngest {
  private static final int ROWS_BETWEEN_CHECKS = 4096;

  private final Intake intake;
  private final String who;
  private final Clock clock;
  private final Stop stop;
  private final Databases databases;
  private final Path root;

  FileIngest(Path root, Intake intake, String who, Clock clock, Stop stop, Databases databases) {
    this.root = root;
    this.intake = intake;
    this.who = who;
    this.clock = clock;
    this.stop = stop;
    this.databases = databases;
  }

  /// The commit that holds these bytes as today's mapping and instruments would read them.
  Optional<Commit> alreadyThere(CommitLog log, Path file, String checksum) {
    return log.all().stream()
        .filter(log::isCurrent)
        .filter(commit -> commit.isOf(intake.source(), intake.dataset(), nameOf(file)))
        .filter(commit -> commit.checksum().equals(checksum))
        .filter(commit -> commit.mapping().equals(intake.fingerprint()))
        .filter(commit -> commit.instruments().stream().allMatch(intake::defines))
        .findFirst();
  }

  /// How many rows of a commit are hidden by newer ones, those of some files left aside.
  ///
  /// @param aside files that are about to come in after it, and so may hide its rows as before
  long hidden(CommitLog log, Commit commit, List<Path> aside) throws IOException {
    Set<String> names = aside.stream().map(FileIngest::nameOf).collect(Collectors.toSet());
    Overlaps overlaps = new Overlaps(root, log, intake, List.of(), databases);
    long hidden = 0;
    for (StoredFile file : log.silver(commit)) {
      SilverPart part = file.part().orElseThrow();
      SilverFile silver =
          new SilverFile(root.resolve(file.path()), commit.number(), file.checksum(), part);
      hidden += overlaps.hiddenOf(silver, other -> !names.contains(other.name()));
    }
    return hidden;
  }

  /// What an ingest of one file did.
  ///
  /// @param written paths of new files; at least the silver, quarantine or bronze file
  /// @param replaced rows of earlier versions of the file that no longer count
  /// @param hidden rows of other files of the dataset that are hidden by rows of this one
  /// @param restored rows of this very file that were hidden by newer commits and count again
  record Done(Commit commit, List<String> written, long replaced, long hidden, long restored) {
    static Done nothing(Commit there) {
      return new Done(there, List.of(), 0, 0, 0);
    }

    Done withRestored(long rows) {
      return new Done(commit, written, replaced, hidden, rows);
    }
  }

  /// Ingests a file that is not there yet.
  ///
  /// @param fraction hears how much of the file was read, 0 to 1
  Done ingest(CommitLog log, Path file, String checksum, Staging staging, DoubleConsumer fraction)
      throws IOException {
    Making making = new Making(log, file, checksum, staging);
    Path bytes = making.keepBytes();
    String quarantine =
        "quarantine/%s/%s/%s.csv".formatted(intake.source(), intake.dataset(), making.id);
    SilverWriter silver = new SilverWriter(intake.kind(), staging.scratch("rows"));
    Commit.Counts counts;
    List<Instrument> instruments = new ArrayList<>();
    Map<String, SilverPart> parts = Map.of();
    try (JudgedRows rows = judge(file, bytes, quarantine, staging, silver, fraction)) {
      counts = rows.counts();
      for (int i = 0; i < rows.instruments(); i++) {
        instruments.add(rows.instrument(i));
      }
      if (counts.accepted() > 0) {
        parts =
            silver.write(
                databases.get(),
                making.id,
                rows::instrument,
                intake.timeframe(),
                making.lineage(),
                staging::file,
                stop);
      }
    }
    making.addIfPresent(quarantine, Role.QUARANTINE);
    for (Map.Entry<String, SilverPart> part : parts.entrySet()) {
      making.add(part.getKey(), Role.SILVER, part.getValue());
    }
    return making.commit(counts, instruments, parts);
  }

  /// Reads all rows; the result is at its end, but can still tell about instruments.
  private JudgedRows judge(
      Path file,
      Path bytes,
      String quarantine,
      Staging staging,
      SilverWriter silver,
      DoubleConsumer fraction)
      throws IOException {
    try (QuarantineFile rejected =
        new QuarantineFile(
            new OutputStreamWriter(
                new LateStream(() -> staging.create(quarantine)), StandardCharsets.UTF_8))) {
      JudgedRows rows = intake.open(bytes, rejected);
      try {
        EventCursor event = new EventCursor();
        long count = 0;
        while (rows.next(event)) {
          silver.add(event);
          if (++count % ROWS_BETWEEN_CHECKS == 0) {
            stop.check();
            fraction.accept(rows.fraction());
          }
        }
        return rows;
      } catch (IOException | RuntimeException e) {
        rows.close();
        throw e;
      }
    } catch (UnreadableSourceException e) {
      // what was read is our copy, but what the user knows is the file
      String message = String.valueOf(e.getMessage()).replace(bytes.toString(), file.toString());
      throw new UnreadableSourceException(message, e);
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName());
  }

  /// The commit in the making.
  private final class Making {
    private final CommitLog log;
    private final Path file;
    private final String name;
    private final String checksum;
    private final Staging staging;
    private final Instant at = clock.instant();
    private final long bytes;
    final String id;
    private final List<StoredFile> files = new ArrayList<>();
    private final List<String> fresh = new ArrayList<>();

    Making(CommitLog log, Path file, String checksum, Staging staging) throws IOException {
      this.log = log;
      this.file = file;
      this.name = nameOf(file);
      this.checksum = checksum;
      this.staging = staging;
      this.bytes = Files.size(file);
      this.id = Commit.id(log.nextNumber(), checksum);
    }

    Map<String, String> lineage() {
      Map<String, String> lineage = new LinkedHashMap<>();
      lineage.put("source", intake.source());
      lineage.put("dataset", intake.dataset());
      lineage.put("name", name);
      lineage.put("sha256", checksum);
      lineage.put("mapping", intake.fingerprint());
      return lineage;
    }

    /// Keeps the file as received, or finds it kept.
    ///
    /// @return where its bytes can be read
    Path keepBytes() throws IOException {
      Optional<Commit> received = log.received(intake.source(), intake.dataset(), name, checksum);
      if (received.isPresent()) {
        for (StoredFile kept : received.get().files()) {
          if (kept.role() == Role.BRONZE || kept.role() == Role.RECEIPT) {
            files.add(kept);
          }
        }
        return root.resolve(files.getFirst().path());
      }
      String folder =
          "bronze/%s/%s/date=%s/%s"
              .formatted(
                  intake.source(),
                  intake.dataset(),
                  LocalDate.ofInstant(at, ZoneOffset.UTC),
                  checksum.substring(0, 12));
      String path = folder + "/" + name;
      String copied;
      try (InputStream in = Files.newInputStream(file);
          OutputStream out = staging.create(path)) {
        copied = Checksum.copy(in, out);
      }
      if (!copied.equals(checksum)) {
        throw new IOException("the file changed while it was read; wait until it is whole");
      }
      add(path, Role.BRONZE, null);
      String receipt = folder + "/receipt.json";
      try (OutputStream out = staging.create(receipt)) {
        out.write(Receipt.of(this.file, lineage(), bytes, who, at));
      }
      add(receipt, Role.RECEIPT, null);
      return staging.file(path);
    }

    void addIfPresent(String path, Role role) throws IOException {
      if (Files.exists(staging.file(path))) {
        add(path, role, null);
      }
    }

    void add(String path, Role role, @Nullable SilverPart part) throws IOException {
      Path made = staging.file(path);
      String sum = role == Role.BRONZE ? checksum : Checksum.of(made);
      files.add(new StoredFile(path, role, Files.size(made), sum, Optional.ofNullable(part)));
      fresh.add(path);
    }

    Done commit(Commit.Counts counts, List<Instrument> instruments, Map<String, SilverPart> parts)
        throws IOException {
      List<StoredFile> replaced =
          log.supersededBy(
              intake.source(), intake.dataset(), name, checksum, List.copyOf(parts.values()));
      List<String> replacedPaths = replaced.stream().map(StoredFile::path).toList();
      Overlaps overlaps = new Overlaps(root, log, intake, replacedPaths, databases);
      long hidden = 0;
      for (Map.Entry<String, SilverPart> part : parts.entrySet()) {
        stop.check();
        hidden += overlaps.hiddenBy(fresh(part.getKey(), part.getValue()));
      }
      stop.check();
      Commit commit =
          new Commit(
              log.nextNumber(),
              intake.source(),
              intake.dataset(),
              name,
              checksum,
              bytes,
              intake.fingerprint(),
              who,
              at,
              instruments,
              replacedPaths,
              counts,
              files);
      staging.commit(commit, fresh);
      long gone = replaced.stream().mapToLong(each -> each.part().orElseThrow().rows()).sum();
      return new Done(commit, List.copyOf(fresh), gone, hidden, 0);
    }

    private SilverFile fresh(String path, SilverPart part) throws IOException {
      return new SilverFile(staging.file(path), log.nextNumber(), "", part);
    }
  }
}
