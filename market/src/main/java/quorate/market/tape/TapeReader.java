package quorate.market.tape;

import static quorate.market.tape.TapeFormat.*;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;

/// Reads a tape from its first entry to its last, over all its segments.
///
/// Windows of at most 64 MiB are mapped and unmapped after use; each block is checked against its
/// checksum and copied into one reused array, so an entry costs a few nanoseconds and nothing is
/// allocated per event. A tape whose writer died is read up to its last whole entry. Not for use by
/// two threads.
public final class TapeReader implements AutoCloseable {
  private static final ValueLayout.OfLong LITTLE_LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  /// What to do with a block whose checksum is wrong.
  public enum OnDamage {
    /// Stop with a [TapeException].
    STOP,
    /// Remember it in [TapeReader#damage] and read on: for comparing, never for trading.
    REPORT
  }

  private final Path tape;
  private final OnDamage onDamage;
  private final List<String> damage = new ArrayList<>();
  private final JournalCodec codec = new JournalCodec();
  private final long[] block = new long[BLOCK_PAYLOAD_BYTES / 8];

  private TapeHeader header;
  private int segmentNumber;
  private FileChannel channel;
  private Arena arena = Arena.ofConfined();
  private MemorySegment window = MemorySegment.NULL;
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private long windowAt;
  private int windowBytes;
  private int headerBytes;
  private int nextBlockAt;

  private long blockNumber;
  private long sequence = -1;
  private int words;
  private int at;
  private int nextAt;

  private TapeReader(Path tape, OnDamage onDamage) {
    this.tape = tape;
    this.onDamage = onDamage;
    Segment first = open(0);
    this.channel = first.channel;
    this.header = first.header;
  }

  /// @throws TapeException when the file is missing or is not a tape of this version
  public static TapeReader open(Path tape) {
    return new TapeReader(tape, OnDamage.STOP);
  }

  public static TapeReader open(Path tape, OnDamage onDamage) {
    return new TapeReader(tape, onDamage);
  }

  private record Segment(FileChannel channel, TapeHeader header) {}

  private Segment open(int number) {
    Path file = segment(tape, number);
    try {
      FileChannel opened = FileChannel.open(file, StandardOpenOption.READ);
      ByteBuffer fixed = read(opened, 0, METADATA_AT);
      if (fixed.remaining() < METADATA_AT || fixed.getLong(MAGIC_AT) != MAGIC) {
        opened.close();
        throw new TapeException("file must be a tape, but has another beginning: " + file);
      }
      if (fixed.getInt(VERSION_AT) != VERSION || fixed.getInt(BLOCK_BYTES_AT) != BLOCK_BYTES) {
        opened.close();
        throw new TapeException(
            "tape must be of version %d with blocks of %d bytes, but was %d with %d: %s"
                .formatted(
                    VERSION,
                    BLOCK_BYTES,
                    fixed.getInt(VERSION_AT),
                    fixed.getInt(BLOCK_BYTES_AT),
                    file));
      }
      headerBytes = fixed.getInt(HEADER_BYTES_AT);
      int metadataBytes = fixed.getInt(METADATA_BYTES_AT);
      ByteBuffer metadata = read(opened, METADATA_AT, metadataBytes);
      if (metadata.remaining() < metadataBytes
          || crc(metadata, 0, metadataBytes) != fixed.getInt(METADATA_CRC_AT)) {
        opened.close();
        throw new TapeException("tape header is damaged: its checksum is wrong: " + file);
      }
      segmentNumber = number;
      windowAt = headerBytes;
      windowBytes = 0;
      nextBlockAt = 0;
      return new Segment(
          opened, TapeHeader.fromJson(StandardCharsets.UTF_8.decode(metadata).toString()));
    } catch (NoSuchFileException e) {
      throw new TapeException("tape must exist, but there is none at " + file, e);
    } catch (IOException e) {
      throw new TapeException("tape \"" + file + "\" cannot be read: " + e, e);
    }
  }

  private static ByteBuffer read(FileChannel channel, long position, int bytes) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int got = 0;
    while (got >= 0 && read.hasRemaining()) {
      got = channel.read(read, position + read.position());
    }
    return read.flip();
  }

  public TapeHeader header() {
    return header;
  }

  /// Descriptions of the damaged blocks met so far, when they are only reported.
  public List<String> damage() {
    return List.copyOf(damage);
  }

  /// Number of the current entry from the beginning of the tape, from 0.
  public long sequence() {
    return sequence;
  }

  /// Moves to the next entry.
  ///
  /// @return false at the end of the tape
  public boolean next() {
    if (nextAt >= words && !nextBlock()) {
      return false;
    }
    at = nextAt;
    int length = TapeFormat.words(block[at]);
    if (length < 2 || at + length > words) {
      throw new TapeException(
          "entry must be at least 2 words and end in its block, but had %d of %d left (entry %d of %s)"
              .formatted(length, words - at, sequence + 1, tape));
    }
    nextAt = at + length;
    sequence++;
    return true;
  }

  private boolean nextBlock() {
    while (true) {
      try {
        if (nextBlockAt >= windowBytes && !nextWindow()) {
          if (!Files.exists(segment(tape, segmentNumber + 1))) {
            return false;
          }
          channel.close();
          channel = open(segmentNumber + 1).channel;
          continue;
        }
      } catch (IOException e) {
        throw new TapeException("tape \"" + tape + "\" cannot be read on: " + e, e);
      }
      if (readBlock()) {
        return true;
      }
    }
  }

  private boolean nextWindow() throws IOException {
    windowAt += windowBytes;
    long left = channel.size() - windowAt;
    int bytes = (int) Math.min(READ_WINDOW_BYTES, left / BLOCK_BYTES * BLOCK_BYTES);
    arena.close();
    arena = Arena.ofConfined();
    windowBytes = Math.max(bytes, 0);
    nextBlockAt = 0;
    if (bytes <= 0) {
      return false;
    }
    window = channel.map(FileChannel.MapMode.READ_ONLY, windowAt, bytes, arena);
    buffer = window.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    return true;
  }

  /// Copies the next block; false when it is empty, as blocks are behind the end of a dead
  /// writer's.
  private boolean readBlock() {
    int start = nextBlockAt;
    nextBlockAt += BLOCK_BYTES;
    int payload = buffer.getInt(start + PAYLOAD_BYTES_AT);
    if (buffer.getInt(start + BLOCK_MAGIC_AT) != BLOCK_MAGIC || payload == 0) {
      return false;
    }
    check(start, payload);
    words = Math.min(payload, BLOCK_PAYLOAD_BYTES) / 8;
    MemorySegment.copy(window, LITTLE_LONG, start + BLOCK_HEADER_BYTES, block, 0, words);
    nextAt = 0;
    blockNumber++;
    return true;
  }

  /// What was written after the last checksum of a block is whole when only the process died, and
  /// its writer forces before it relies on more; so only the checked bytes are held against it.
  private void check(int start, int payload) {
    int checked = buffer.getInt(start + CHECKED_BYTES_AT);
    boolean sizes = payload > 0 && payload <= BLOCK_PAYLOAD_BYTES && checked <= payload;
    if (sizes
        && checked >= 0
        && crc(buffer, start + BLOCK_HEADER_BYTES, checked)
            == buffer.getInt(start + BLOCK_CRC_AT)) {
      return;
    }
    String found =
        "block %d of tape \"%s\" is damaged: its checksum is wrong".formatted(blockNumber, tape);
    if (onDamage == OnDamage.STOP || !sizes) {
      throw new TapeException(found + "; restore the file or derive it again");
    }
    damage.add(found);
  }

  /// Whether the current entry is a market event rather than a journal entry.
  public boolean isEvent() {
    return kind(block[at]) < FIRST_JOURNAL_KIND;
  }

  /// Fills the cursor with the current entry, which must be an event.
  public void event(EventCursor into) {
    long head = block[at];
    long timeNs = block[at + 1];
    switch (kind(head)) {
      case TRADE -> into.trade(instrument(head), timeNs, block[at + 2], block[at + 3]);
      case QUOTE ->
          into.quote(
              instrument(head), timeNs, block[at + 2], block[at + 3], block[at + 4], block[at + 5]);
      case BAR ->
          into.bar(
              instrument(head),
              block[at + 7],
              timeNs,
              block[at + 2],
              block[at + 3],
              block[at + 4],
              block[at + 5],
              block[at + 6]);
      default ->
          throw new TapeException(
              "market event must be of kind 1 to 3, but was %d (entry %d of %s)"
                  .formatted(kind(head), sequence, tape));
    }
    into.flags = flags(head);
  }

  /// The current entry, which must be a journal entry.
  public JournalEntry journal() {
    return codec.decode(bytes());
  }

  /// The current entry's bytes with its header, little-endian; a copy.
  public ByteBuffer bytes() {
    ByteBuffer copy = ByteBuffer.allocate((nextAt - at) * 8).order(ByteOrder.LITTLE_ENDIAN);
    copy.asLongBuffer().put(block, at, nextAt - at);
    return copy;
  }

  @Override
  public void close() {
    arena.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw new TapeException("tape \"" + tape + "\" cannot be closed: " + e, e);
    }
  }
}
