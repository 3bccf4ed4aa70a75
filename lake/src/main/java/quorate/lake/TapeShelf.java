package quorate.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import quorate.domain.EventCursor;
import quorate.domain.Instruments;
import quorate.lake.silver.RowKind;
import quorate.lake.silver.SilverFile;
import quorate.lake.silver.SilverReader;
import quorate.lake.silver.SilverWriter;
import quorate.lake.store.Checksum;
import quorate.lake.store.LakeException;
import quorate.market.calendar.Calendars;
import quorate.market.calendar.Session;
import quorate.market.calendar.SessionCalendar;
import quorate.market.feed.Feed;
import quorate.market.tape.TapeException;
import quorate.market.tape.TapeFeed;
import quorate.market.tape.TapeHeader;
import quorate.market.tape.TapeReader;
import quorate.market.tape.TapeWriter;

/// Keeps tapes of datasets: trades and quotes one for each session, bars one for each year.
///
/// A tape names what it was made of (the checksums of silver files and the instrument); when silver
/// says something else it is made again, beside the old one, and renamed over it. A note beside
/// each tape says what is on it.
final class TapeShelf {
  private static final String LINEAGE = "lineage";
  private static final int ROWS_BETWEEN_REPORTS = 65_536;

  /// Enters every lineage, so that a new way of making tapes makes them all again.
  private static final String MAKING = "3";

  private final Path folder;
  private final Databases databases;
  private final Stop stop;

  TapeShelf(Path folder, Databases databases, Stop stop) {
    this.folder = folder;
    this.databases = databases;
    this.stop = stop;
  }

  /// One tape as it should be.
  ///
  /// @param name of the file
  /// @param fromNs rows from here on, inclusive
  /// @param toNs rows before
  /// @param lineage checksum of what it is made of
  private record Slot(String name, long fromNs, long toNs, String lineage) {}

  TapedDataset tape(Dataset dataset, long fromNs, long toNs, Progress progress) throws IOException {
    if (dataset.kind() == RowKind.OPEN_INTEREST) {
      throw new LakeException(
          LakeException.Problem.UNCLEAR,
          "a tape must hold market events, but " + dataset + " is not; read it from silver");
    }
    List<Slot> slots = slots(dataset, fromNs, toNs);
    Path shelf = shelf(dataset);
    EventChecksum checksum = new EventChecksum();
    List<Path> tapes = new ArrayList<>();
    long rows = 0;
    long hidden = 0;
    long total = Math.max(1, dataset.rows());
    for (Slot slot : slots) {
      stop.check();
      Path tape = shelf.resolve(slot.name + ".tape");
      TapeContent found = current(tape, slot);
      if (found == null) {
        long before = rows;
        found = make(dataset, slot, tape, done -> progress.at(before + done, total));
      }
      if (found.reaches(fromNs, toNs)) {
        tapes.add(tape);
        if (found.isWithin(fromNs, toNs)) {
          checksum.append(found.sum(), found.rows());
        } else {
          addPart(dataset, tape, fromNs, toNs, checksum);
        }
      }
      rows += found.rows();
      hidden += found.hidden();
      progress.at(Math.min(rows, total), total);
    }
    return new TapedDataset(
        dataset, tapes, fromNs, toNs, checksum.events(), hidden, checksum.toString());
  }

  /// Reads the part of a tape that is asked for, because its note knows the whole only.
  private void addPart(Dataset dataset, Path tape, long fromNs, long toNs, EventChecksum checksum) {
    EventCursor event = new EventCursor();
    long read = 0;
    try (Feed feed = TapeFeed.of(List.of(tape), Instruments.of(dataset.instrument()))) {
      while (feed.next(event)) {
        if (event.placeNs() >= fromNs && event.placeNs() < toNs) {
          checksum.add(event);
        }
        if (++read % ROWS_BETWEEN_REPORTS == 0) {
          stop.check();
        }
      }
    }
  }

  private Path shelf(Dataset dataset) {
    String kind = dataset.timeframe().isEmpty() ? dataset.kind().folder() : dataset.timeframe();
    return folder
        .resolve(SilverWriter.folderOf(dataset.symbol()))
        .resolve(kind)
        .resolve(dataset.source() + "." + dataset.dataset());
  }

  private static List<Slot> slots(Dataset dataset, long fromNs, long toNs) {
    List<Slot> slots = new ArrayList<>();
    if (dataset.kind() == RowKind.BARS) {
      int lastYear = yearOf(dataset.lastNs());
      for (int year = yearOf(dataset.firstNs()); year <= lastYear; year++) {
        addYear(dataset, year, fromNs, toNs, slots);
      }
      return slots;
    }
    SessionCalendar calendar = Calendars.named(dataset.instrument().calendar());
    long at = dataset.firstNs();
    while (at <= dataset.lastNs()) {
      Session session = calendar.sessionAtOrAfter(at);
      if (session.closeNs() > fromNs && at < toNs) {
        addSession(dataset, session, at, slots);
      }
      at = session.closeNs();
    }
    return slots;
  }

  private static int yearOf(long timeNs) {
    return Instant.ofEpochSecond(Math.floorDiv(timeNs, 1_000_000_000L))
        .atOffset(ZoneOffset.UTC)
        .getYear();
  }

  private static void addYear(Dataset dataset, int year, long fromNs, long toNs, List<Slot> slots) {
    List<SilverFile> files =
        dataset.files().stream()
            .filter(file -> file.part().year() == year)
            .filter(file -> file.part().lastNs() >= fromNs && file.part().firstNs() < toNs)
            .toList();
    if (!files.isEmpty()) {
      List<SilverFile> whole =
          dataset.files().stream().filter(file -> file.part().year() == year).toList();
      slots.add(slot(dataset, String.valueOf(year), Long.MIN_VALUE, Long.MAX_VALUE, whole));
    }
  }

  /// Rows between two sessions, which only a mapping that lets them pass has, belong to the later.
  private static void addSession(Dataset dataset, Session session, long from, List<Slot> slots) {
    List<SilverFile> files =
        dataset.files().stream()
            .filter(file -> file.part().firstNs() < session.closeNs())
            .filter(file -> file.part().lastNs() >= from)
            .toList();
    if (!files.isEmpty()) {
      slots.add(slot(dataset, session.date().toString(), from, session.closeNs(), files));
    }
  }

  private static Slot slot(
      Dataset dataset, String name, long fromNs, long toNs, List<SilverFile> files) {
    return new Slot(name, fromNs, toNs, lineage(dataset, fromNs, toNs, files));
  }

  /// What a tape is made of. Its slot's bounds are part of it: they move when a calendar is
  /// corrected.
  static String lineage(Dataset dataset, long fromNs, long toNs, List<SilverFile> files) {
    StringBuilder made = new StringBuilder(MAKING).append('\n').append(dataset.instrument());
    made.append('\n').append(fromNs).append(' ').append(toNs);
    files.forEach(file -> made.append('\n').append(file.commit()).append(file.checksum()));
    return Checksum.of(made.toString());
  }

  /// What is on a tape that is as it should be, null when it is to be made.
  private static @Nullable TapeContent current(Path tape, Slot slot) {
    if (!Files.exists(tape)) {
      return null;
    }
    TapeContent content = TapeContent.read(tape);
    if (content == null || !slot.lineage.equals(content.lineage())) {
      return null;
    }
    try (TapeReader reader = TapeReader.open(tape)) {
      return slot.lineage.equals(reader.header().properties().get(LINEAGE)) ? content : null;
    } catch (TapeException e) {
      return null; // damaged or of another version: derived, so made again
    }
  }

  /// Hears how many rows of one tape are written.
  private interface Written {
    void rows(long done);
  }

  private TapeContent make(Dataset dataset, Slot slot, Path tape, Written written)
      throws IOException {
    SilverReader silver = new SilverReader(databases.get(), dataset.kind(), filesOf(dataset, slot));
    SilverReader.Count count = silver.count(slot.fromNs, slot.toNs);
    TapeHeader header =
        new TapeHeader(
            Instruments.of(dataset.instrument()),
            Map.of(
                LINEAGE,
                slot.lineage,
                "dataset",
                dataset.source() + "/" + dataset.dataset(),
                "timeframe",
                dataset.timeframe()));
    Files.createDirectories(tape.getParent());
    Path half =
        tape.resolveSibling(tape.getFileName() + "." + ProcessHandle.current().pid() + ".part");
    delete(half);
    try {
      TapeContent content = write(silver, slot, header, half, count.hidden(), written);
      if (content.rows() != count.rows()) {
        throw new IOException(
            "%d rows were counted for %s, but %d were read"
                .formatted(count.rows(), tape, content.rows()));
      }
      content.write(tape);
      replace(half, tape);
      return content;
    } catch (InternalError e) {
      throw LakeException.of(
          "making " + tape, new IOException("No space left on device (mapped file)", e));
    } finally {
      delete(half);
    }
  }

  private static List<SilverFile> filesOf(Dataset dataset, Slot slot) {
    return dataset.kind() == RowKind.BARS
        ? dataset.files().stream()
            .filter(file -> String.valueOf(file.part().year()).equals(slot.name))
            .toList()
        : dataset.files();
  }

  private TapeContent write(
      SilverReader silver, Slot slot, TapeHeader header, Path half, long hidden, Written written)
      throws IOException {
    EventCursor event = new EventCursor();
    EventChecksum checksum = new EventChecksum();
    long firstNs = Long.MAX_VALUE;
    long lastNs = Long.MIN_VALUE;
    try (SilverReader.Reading reading = silver.read(slot.fromNs, slot.toNs);
        TapeWriter writer = TapeWriter.record(half, header)) {
      while (reading.next(0, event)) {
        writer.append(event);
        checksum.add(event);
        firstNs = Math.min(firstNs, event.placeNs());
        lastNs = Math.max(lastNs, event.placeNs());
        if (checksum.events() % ROWS_BETWEEN_REPORTS == 0) {
          stop.check();
          written.rows(checksum.events());
        }
      }
      writer.force();
      writer.seal();
    }
    return new TapeContent(
        slot.lineage, checksum.events(), hidden, firstNs, lastNs, checksum.sum());
  }

  /// Renames a tape with all its segments; the first one last, as it is what makes a tape be there.
  private static void replace(Path half, Path tape) throws IOException {
    int segments = 1;
    for (; Files.exists(segment(half, segments)); segments++) {
      Files.move(segment(half, segments), segment(tape, segments), StandardCopyOption.ATOMIC_MOVE);
    }
    for (; Files.exists(segment(tape, segments)); segments++) {
      Files.delete(segment(tape, segments));
    }
    Files.move(half, tape, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path tape) throws IOException {
    Files.deleteIfExists(tape);
    int number = 1;
    while (Files.deleteIfExists(segment(tape, number))) {
      number++;
    }
  }

  private static Path segment(Path tape, int number) {
    return tape.resolveSibling(tape.getFileName() + "." + number);
  }
}
