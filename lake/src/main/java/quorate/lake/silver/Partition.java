package quorate.lake.silver;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import quorate.lake.duckdb.Batch;
import quorate.lake.duckdb.Rows;

/// The rows of one instrument in one UTC year on their way into silver: plain little-endian words
/// in a scratch file.
///
/// Why a scratch file and not the database at once: the rows of a panel are spread over hundreds of
/// partitions, whose buffers stay small here and need no open file; and an input that breaks half
/// way never reaches the database.
final class Partition {
  private static final int BUFFER_BYTES = 1 << 15;

  final int instrument;
  final int year;
  final long fromNs;
  final long toNs;
  private final int words;
  private final Path scratch;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long rows;
  private long firstNs = Long.MAX_VALUE;
  private long lastNs = Long.MIN_VALUE;
  private long newestNs = Long.MIN_VALUE;
  private boolean sorted = true;

  Partition(int instrument, int year, int words, Path scratch) {
    this.instrument = instrument;
    this.year = year;
    this.words = words;
    this.scratch = scratch;
    this.fromNs = startOf(year);
    this.toNs = startOf(year + 1);
  }

  private static long startOf(int year) {
    long second = LocalDate.of(year, 1, 1).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    return TimeUnit.SECONDS.toNanos(second); // saturates at the ends of the range
  }

  boolean contains(int number, long filedNs) {
    return number == instrument && filedNs >= fromNs && filedNs < toNs;
  }

  void add(long[] row, long filedNs) throws IOException {
    if (buffer.remaining() < words * Long.BYTES) {
      flush();
    }
    for (int i = 0; i < words; i++) {
      buffer.putLong(row[i]);
    }
    rows++;
    sorted &= row[0] >= newestNs;
    newestNs = Math.max(newestNs, row[0]);
    firstNs = Math.min(firstNs, filedNs);
    lastNs = Math.max(lastNs, row[0]);
  }

  private void flush() throws IOException {
    try (OutputStream out =
        Files.newOutputStream(scratch, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(buffer.array(), 0, buffer.position());
    }
    buffer.clear();
  }

  long rows() {
    return rows;
  }

  long firstNs() {
    return firstNs;
  }

  long lastNs() {
    return lastNs;
  }

  /// Whether times never go back, so that the rows need no sorting.
  boolean isSorted() {
    return sorted;
  }

  /// The rows as they were added; to be closed.
  Reading read() throws IOException {
    flush();
    return new Reading(Files.newInputStream(scratch), words);
  }

  void discard() throws IOException {
    Files.deleteIfExists(scratch);
  }

  /// Turns words of rows into columns.
  static final class Reading implements Rows, AutoCloseable {
    private final InputStream in;
    private final int words;
    private final byte[] chunk;
    private final ByteBuffer view;

    private Reading(InputStream in, int words) {
      this.in = in;
      this.words = words;
      this.chunk = new byte[Batch.CAPACITY * words * Long.BYTES];
      this.view = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public int next(Batch into) throws IOException {
      int got = in.readNBytes(chunk, 0, chunk.length);
      int rowBytes = words * Long.BYTES;
      if (got % rowBytes != 0) {
        throw new EOFException("a scratch file must hold whole rows, but ends inside one");
      }
      int count = got / rowBytes;
      for (int c = 0; c < words; c++) {
        long[] column = into.longs(c);
        for (int i = 0, at = c * Long.BYTES; i < count; i++, at += rowBytes) {
          column[i] = view.getLong(at);
        }
      }
      return count;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
