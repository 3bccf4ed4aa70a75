package quorate.market.source;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// The bytes of a vendor's file: itself, unpacked from gzip, or the wanted entries of a zip one
/// after another in the order of their names. What a file is, its first bytes say, not its ending.
final class SourceInput implements Closeable {
  private static final int BUFFER = 1 << 16;

  private final Path file;
  private final @Nullable ZipFile zip;
  private final Iterator<? extends ZipEntry> zipEntries;
  private boolean plainGiven;
  private @Nullable InputStream open;
  private String entry = "";

  private SourceInput(Path file, @Nullable ZipFile zip, Iterator<? extends ZipEntry> zipEntries) {
    this.file = file;
    this.zip = zip;
    this.zipEntries = zipEntries;
  }

  /// @throws UnreadableSourceException when there is no such file, it is empty, or no entry is
  ///   wanted
  static SourceInput open(Path file, Pattern wanted) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableSourceException("file must exist, but there is none at " + file);
    }
    try {
      if (Files.size(file) == 0) {
        throw new UnreadableSourceException(file + ": file must hold rows, but is empty");
      }
      if (!startsWith(file, 'P', 'K')) {
        return new SourceInput(file, null, List.<ZipEntry>of().iterator());
      }
      ZipFile zip = new ZipFile(file.toFile());
      List<? extends ZipEntry> entries =
          zip.stream()
              .filter(each -> !each.isDirectory() && wanted.matcher(each.getName()).matches())
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      if (entries.isEmpty()) {
        List<String> there = zip.stream().map(ZipEntry::getName).toList();
        zip.close();
        throw new UnreadableSourceException(
            "%s: an entry must match \"%s\", but there are only %s"
                .formatted(file, wanted.pattern(), Excerpt.ofAll(there)));
      }
      return new SourceInput(file, zip, entries.iterator());
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  private static boolean startsWith(Path file, int first, int second) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.read() == first && in.read() == second;
    }
  }

  private static UnreadableSourceException broken(Path file, IOException e) {
    return new UnreadableSourceException(
        "%s: file must be readable, but %s".formatted(file, e.getMessage()), e);
  }

  /// The bytes of the next entry, or null after the last.
  @Nullable InputStream next() {
    try {
      closeEntry();
      ZipFile archive = zip;
      if (archive != null) {
        if (!zipEntries.hasNext()) {
          return null;
        }
        ZipEntry next = zipEntries.next();
        entry = next.getName();
        open = archive.getInputStream(next);
      } else {
        if (plainGiven) {
          return null;
        }
        plainGiven = true;
        InputStream raw = Files.newInputStream(file);
        open = raw;
        if (startsWith(file, 0x1f, 0x8b)) {
          open = new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER);
        }
      }
      return open;
    } catch (IOException e) {
      throw broken(file, e);
    }
  }

  /// Name of the entry being read, empty for a plain file.
  String entry() {
    return entry;
  }

  Path file() {
    return file;
  }

  private void closeEntry() throws IOException {
    InputStream last = open;
    if (last != null) {
      open = null;
      last.close();
    }
  }

  @Override
  public void close() {
    try {
      closeEntry();
      ZipFile archive = zip;
      if (archive != null) {
        archive.close();
      }
    } catch (IOException e) {
      throw broken(file, e);
    }
  }
}
