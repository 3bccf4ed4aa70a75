package quorate.market.tape;

import static quorate.market.tape.TapeFormat.*;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import quorate.market.tape.SegmentHeader.Seal;

/// One file of a tape, block after block, each held against everything the format says of it.
///
/// A closed segment must be whole: every block full of checked bytes, in unbroken order, as many
/// entries and the same chained checksum as its seal says. Only a segment that was never closed may
/// end before its file does: its last block may hold entries behind its checksum, and what follows
/// must be zeros. Allocates nothing per block but the checksum's object.
final class SegmentReader implements AutoCloseable {
  private static final ValueLayout.OfLong LITTLE_LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final Path file;
  private final Consumer<String> damage;
  private final FileChannel channel;
  private final SegmentHeader header;
  private final long size;

  private Arena arena = Arena.ofConfined();
  private MemorySegment window = MemorySegment.NULL;
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private long windowAt;
  private int windowBytes;
  private int nextBlockAt;

  private long blockNumber = -1;
  private int blockEntries;
  private boolean isLastOfADeadWriter;
  private boolean ended;
  private long entries;
  private int chainCrc;

  private SegmentReader(
      Path file, Consumer<String> damage, FileChannel channel, SegmentHeader header)
      throws IOException {
    this.file = file;
    this.damage = damage;
    this.channel = channel;
    this.header = header;
    this.size = channel.size();
    this.windowAt = header.bytes();
  }

  /// @param damage hears what is wrong; throws where reading must stop at it
  /// @throws TapeException when the file is missing or its header is damaged
  static SegmentReader open(Path tape, int number, Consumer<String> damage) {
    Path file = segment(tape, number);
    try {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      try {
        return new SegmentReader(file, damage, channel, SegmentHeader.read(channel, number, file));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new TapeException("tape must exist, but there is none at " + file, e);
    } catch (IOException e) {
      throw TapeException.of("reading tape \"" + file + "\"", e);
    }
  }

  TapeHeader tape() {
    return header.tape();
  }

  Seal seal() {
    return header.seal();
  }

  Path file() {
    return file;
  }

  /// Copies the entries of the next block.
  ///
  /// @param into room for a whole block
  /// @param firstEntry number that its first entry must have, over all segments
  /// @return 8-byte words copied; 0 at the end of the segment
  int next(long[] into, long firstEntry) {
    if (ended) {
      return 0;
    }
    try {
      if (!hasBlock()) {
        ended = true;
        holdAgainstSeal();
        return 0;
      }
      blockNumber++;
      int start = nextBlockAt;
      nextBlockAt += BLOCK_BYTES;
      if (header.seal() == Seal.OPEN && isUnused(start, firstEntry)) {
        ended = true;
        requireNothingAfter();
        return 0;
      }
      int words = check(start, firstEntry) / 8;
      MemorySegment.copy(window, LITTLE_LONG, start + BLOCK_HEADER_BYTES, into, 0, words);
      return words;
    } catch (IOException e) {
      throw TapeException.of("reading tape \"" + file + "\"", e);
    }
  }

  /// Holds the entries that were found in the block against the number it gives. A writer that dies
  /// between counting an entry and taking it into the block's length leaves one too many.
  void endBlock(long found) {
    entries += found;
    if (found != blockEntries && !(isLastOfADeadWriter && found + 1 == blockEntries)) {
      found("it must have %d entries, but has %d".formatted(blockEntries, found));
    }
  }

  private boolean hasBlock() throws IOException {
    if (nextBlockAt < windowBytes) {
      return true;
    }
    windowAt += windowBytes;
    windowBytes = (int) Math.min(READ_WINDOW_BYTES, (size - windowAt) / BLOCK_BYTES * BLOCK_BYTES);
    nextBlockAt = 0;
    arena.close();
    arena = Arena.ofConfined();
    if (windowBytes <= 0) {
      windowBytes = 0;
      return false;
    }
    window = channel.map(FileChannel.MapMode.READ_ONLY, windowAt, windowBytes, arena);
    buffer = window.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
    return true;
  }

  /// Whether a dead writer never finished an entry of this block.
  private boolean isUnused(int start, long firstEntry) {
    int magic = buffer.getInt(start + BLOCK_MAGIC_AT);
    long first = buffer.getLong(start + FIRST_SEQUENCE_AT);
    int count = buffer.getInt(start + BLOCK_ENTRIES_AT);
    return (magic == 0 || magic == BLOCK_MAGIC)
        && (first == 0 || first == firstEntry)
        && (count == 0 || count == 1)
        && buffer.getInt(start + PAYLOAD_BYTES_AT) == 0
        && buffer.getInt(start + BLOCK_CRC_AT) == 0
        && buffer.getLong(start + CHECKED_BYTES_AT) == 0;
  }

  /// A writer fills one block after the other, so behind an unused one there are only the zeros by
  /// which the file grew.
  private void requireNothingAfter() throws IOException {
    while (hasBlock()) {
      for (; nextBlockAt < windowBytes; nextBlockAt += 8) {
        if (window.get(LITTLE_LONG, nextBlockAt) != 0) {
          found("it has no entries, but something is written behind it");
          return;
        }
      }
    }
  }

  /// Holds a block against its own header, and that against the blocks before.
  ///
  /// @return its bytes of entries
  private int check(int start, long firstEntry) throws IOException {
    int bytes = buffer.getInt(start + PAYLOAD_BYTES_AT);
    int checked = buffer.getInt(start + CHECKED_BYTES_AT);
    blockEntries = buffer.getInt(start + BLOCK_ENTRIES_AT);
    if (bytes <= 0 || bytes > BLOCK_PAYLOAD_BYTES || bytes % 8 != 0) {
      throw new TapeException(
          broken("its length must be from 8 to %d, but is %d".formatted(BLOCK_PAYLOAD_BYTES, bytes))
              + TapeReader.WHAT_TO_DO);
    }
    if (buffer.getInt(start + BLOCK_MAGIC_AT) != BLOCK_MAGIC
        || buffer.getInt(start + CHECKED_BYTES_AT + 4) != 0) {
      found("it has another beginning than a block");
    }
    if (buffer.getLong(start + FIRST_SEQUENCE_AT) != firstEntry) {
      found(
          "its first entry must be number %d, but is %d"
              .formatted(firstEntry, buffer.getLong(start + FIRST_SEQUENCE_AT)));
    }
    isLastOfADeadWriter = header.seal() == Seal.OPEN && isBeforeZeros();
    if (checked < 0 || checked > bytes || (checked < bytes && !isLastOfADeadWriter)) {
      found("its checksum must be of %d bytes, but is of %d".formatted(bytes, checked));
      checked = Math.clamp(checked, 0, bytes);
    }
    int crc = buffer.getInt(start + BLOCK_CRC_AT);
    if (crc(buffer, start + BLOCK_HEADER_BYTES, checked) != crc) {
      found("its checksum is wrong");
    }
    chainCrc = chain(chainCrc, crc);
    return bytes;
  }

  /// Whether the block before `nextBlockAt` is the last one begun: a writer checks a block before
  /// it begins the next.
  private boolean isBeforeZeros() throws IOException {
    if (nextBlockAt < windowBytes) {
      return isZero(buffer, nextBlockAt);
    }
    ByteBuffer next = ByteBuffer.allocate(BLOCK_HEADER_BYTES);
    channel.read(next, windowAt + nextBlockAt);
    return isZero(next, 0);
  }

  private static boolean isZero(ByteBuffer bytes, int blockAt) {
    for (int i = 0; i < BLOCK_HEADER_BYTES; i += 8) {
      if (bytes.getLong(blockAt + i) != 0) {
        return false;
      }
    }
    return true;
  }

  private void holdAgainstSeal() {
    if (header.seal() == Seal.OPEN) {
      return;
    }
    boolean whole =
        windowAt == size && entries == header.entries() && chainCrc == header.chainCrc();
    if (!whole) {
      damage.accept(
          "tape \"%s\" is damaged: it was closed with %d entries of one checksum, but has %d of %s"
              .formatted(
                  file,
                  header.entries(),
                  entries,
                  chainCrc == header.chainCrc() ? "the same" : "another"));
    }
  }

  private void found(String rule) {
    damage.accept(broken(rule));
  }

  private String broken(String rule) {
    return "block %d of tape \"%s\" is damaged: %s".formatted(blockNumber, file, rule);
  }

  @Override
  public void close() {
    if (!channel.isOpen() && !arena.scope().isAlive()) {
      return;
    }
    arena.close();
    try {
      channel.close();
    } catch (IOException e) {
      throw TapeException.of("closing tape \"" + file + "\"", e);
    }
  }
}
