package quorate.market.tape;

import static quorate.market.tape.TapeFormat.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;

/// Writes a tape, as a journal or as a record.
///
/// A **journal** ([#journal]) is what a live or paper session resumes from: it is written through
/// memory-mapped windows of 4 MiB, so an entry survives the death of the process as soon as
/// `append` returns, because the pages belong to the operating system; [#force] and [#seal] add the
/// loss of power. A **record** ([#record]) is what can be made again, such as a backtest's tape:
/// its blocks of 64 KiB are written whole when they are full, forced, sealed or closed, which is
/// several times faster. The bytes of both are the same.
///
/// Blocks are checksummed when they fill, when the tape is forced and when it is sealed or closed;
/// a tape rolls into a new segment file at `segmentBytes`. A tape whose file failed once takes
/// nothing more and is never sealed. Costs a few nanoseconds an event; allocates nothing for
/// events. Not for use by two threads.
public final class TapeWriter implements Tape {
  /// A segment is closed and the next one begun at this size: 1 GiB.
  public static final long SEGMENT_BYTES = 1L << 30;

  /// How the writer stands to its file.
  private enum State {
    OPEN,
    SEALED,
    FAILED,
    CLOSED
  }

  /// A piece of work on the file.
  private interface Work {
    void run() throws IOException;
  }

  private final Path tape;
  private final byte[] metadata;
  private final long segmentBytes;
  private final boolean durable;
  private final JournalCodec codec = new JournalCodec();

  private int segmentNumber;
  private BlockStore blocks;
  private ByteBuffer buffer;
  private long blockInFile;

  /// Offset in the buffer of the current block and of the next entry.
  private int blockAt;

  private int nextAt;
  private int blockEnd;

  private int blockEntries;
  private long sequence;
  private long segmentFirst;
  private int chainCrc;
  private State state = State.OPEN;

  private TapeWriter(Path tape, TapeHeader header, long segmentBytes, boolean durable) {
    this.tape = tape;
    this.metadata = header.toJson().getBytes(StandardCharsets.UTF_8);
    this.segmentBytes = segmentBytes;
    this.durable = durable;
    try {
      this.blocks = openSegment();
    } catch (IOException e) {
      throw new TapeException("tape \"" + tape + "\" cannot be begun: " + e, e);
    }
    this.buffer = blocks.buffer();
    beginBlock(0);
  }

  /// Begins a new tape whose entries survive the process; an existing file is refused.
  ///
  /// @throws TapeException when the file exists or cannot be made
  public static TapeWriter journal(Path tape, TapeHeader header) {
    return new TapeWriter(tape, header, SEGMENT_BYTES, true);
  }

  /// Begins a new tape that is whole once it is sealed; an existing file is refused.
  ///
  /// @throws TapeException when the file exists or cannot be made
  public static TapeWriter record(Path tape, TapeHeader header) {
    return new TapeWriter(tape, header, SEGMENT_BYTES, false);
  }

  static TapeWriter journal(Path tape, TapeHeader header, long segmentBytes) {
    return new TapeWriter(tape, header, segmentBytes, true);
  }

  static TapeWriter record(Path tape, TapeHeader header, long segmentBytes) {
    return new TapeWriter(tape, header, segmentBytes, false);
  }

  private BlockStore openSegment() throws IOException {
    FileChannel channel =
        FileChannel.open(
            segment(tape, segmentNumber),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      int headerBytes = writeHeader(channel);
      segmentFirst = sequence;
      chainCrc = 0;
      blockInFile = headerBytes;
      return durable
          ? new BlockStore.Mapped(channel, headerBytes)
          : new BlockStore.Written(channel, headerBytes);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  private int writeHeader(FileChannel channel) throws IOException {
    int headerBytes = headerBytes(metadata.length);
    ByteBuffer header = ByteBuffer.allocate(headerBytes).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(MAGIC_AT, MAGIC);
    header.putInt(VERSION_AT, VERSION);
    header.putInt(HEADER_BYTES_AT, headerBytes);
    header.putInt(SEGMENT_AT, segmentNumber);
    header.putInt(BLOCK_BYTES_AT, BLOCK_BYTES);
    header.putInt(METADATA_BYTES_AT, metadata.length);
    header.put(METADATA_AT, metadata);
    header.putInt(METADATA_CRC_AT, crc(header, METADATA_AT, metadata.length));
    while (header.hasRemaining()) {
      channel.write(header);
    }
    return headerBytes;
  }

  private void beginBlock(int at) {
    buffer = blocks.buffer();
    blockAt = at;
    nextAt = at + BLOCK_HEADER_BYTES;
    blockEnd = at + BLOCK_BYTES;
    blockEntries = 0;
    buffer.putLong(at + FIRST_SEQUENCE_AT, sequence);
    buffer.putInt(at + BLOCK_MAGIC_AT, BLOCK_MAGIC);
  }

  @Override
  public void append(EventCursor event) {
    switch (event.kind) {
      case TRADE -> {
        int at = place(TRADE, 4, event);
        buffer.putLong(at, event.price);
        buffer.putLong(at + 8, event.quantity);
      }
      case QUOTE -> {
        int at = place(QUOTE, 6, event);
        buffer.putLong(at, event.price);
        buffer.putLong(at + 8, event.quantity);
        buffer.putLong(at + 16, event.high);
        buffer.putLong(at + 24, event.low);
      }
      case BAR -> {
        int at = place(BAR, 8, event);
        buffer.putLong(at, event.price);
        buffer.putLong(at + 8, event.high);
        buffer.putLong(at + 16, event.low);
        buffer.putLong(at + 24, event.close);
        buffer.putLong(at + 32, event.quantity);
        buffer.putLong(at + 40, event.startNs);
      }
    }
    finishEntry();
  }

  private int place(int kind, int words, EventCursor event) {
    if (nextAt + words * 8 > blockEnd) {
      nextBlock();
    }
    int at = nextAt;
    buffer.putLong(at, head(kind, words, event.flags, event.instrument));
    buffer.putLong(at + 8, event.timeNs);
    nextAt = at + words * 8;
    return at + ENTRY_HEADER_BYTES;
  }

  private void finishEntry() {
    blockEntries++;
    sequence++;
    if (durable) {
      publish();
    }
  }

  /// The length is written last, so a process that dies inside an entry leaves the block without
  /// it.
  private void publish() {
    buffer.putInt(blockAt + BLOCK_ENTRIES_AT, blockEntries);
    buffer.putInt(blockAt + PAYLOAD_BYTES_AT, nextAt - blockAt - BLOCK_HEADER_BYTES);
  }

  @Override
  public void append(JournalEntry entry) {
    int length = codec.write(entry);
    if (nextAt + length > blockEnd) {
      nextBlock();
    }
    buffer.put(nextAt, codec.bytes(), 0, length);
    nextAt += length;
    finishEntry();
  }

  private void nextBlock() {
    work("growing", this::growBlock);
  }

  private void growBlock() throws IOException {
    sealBlock();
    if (blockInFile + 2 * BLOCK_BYTES > segmentBytes) {
      closeSegment(SEALED_FOLLOWED);
      segmentNumber++;
      blocks = openSegment();
      beginBlock(0);
    } else {
      blockInFile += BLOCK_BYTES;
      beginBlock(blocks.next(nextAt));
    }
  }

  /// Does a piece of work on the file of an open tape; one that fails is the last.
  private void work(String doing, Work work) {
    if (state != State.OPEN) {
      throw new TapeException(
          "tape \"%s\" must be open to be written, but is %s"
              .formatted(tape, state.name().toLowerCase(Locale.ROOT)));
    }
    try {
      work.run();
    } catch (IOException e) {
      leave(State.FAILED);
      throw broken(doing, e);
    } catch (UncheckedIOException e) {
      leave(State.FAILED);
      throw broken(doing, Objects.requireNonNull(e.getCause()));
    }
  }

  private TapeException broken(String doing, IOException e) {
    return TapeException.of("%s tape \"%s\"".formatted(doing, tape), e);
  }

  /// Leaves the open state: no entry fits any more, so that the next one asks for a block.
  private void leave(State next) {
    state = next;
    blockEnd = 0;
  }

  private void sealBlock() {
    chainCrc = chain(chainCrc, checkBlock());
  }

  /// Writes the count, length and checksum of what the block holds so far.
  private int checkBlock() {
    publish();
    int payload = nextAt - blockAt - BLOCK_HEADER_BYTES;
    int crc = crc(buffer, blockAt + BLOCK_HEADER_BYTES, payload);
    buffer.putInt(blockAt + BLOCK_CRC_AT, crc);
    buffer.putInt(blockAt + CHECKED_BYTES_AT, payload);
    return crc;
  }

  @Override
  public void force() {
    work(
        "forcing",
        () -> {
          checkBlock();
          blocks.force(nextAt);
        });
  }

  /// Entries written so far, over all segments.
  public long entries() {
    return sequence;
  }

  private void closeSegment(int sealed) throws IOException {
    ByteBuffer seal = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    seal.putLong(sequence - segmentFirst).putInt(chainCrc).putInt(sealed).flip();
    try (BlockStore last = blocks) {
      last.finish(blockEntries == 0, nextAt, seal);
    }
  }

  @Override
  public void seal() {
    if (state == State.SEALED) {
      return;
    }
    work(
        "sealing",
        () -> {
          if (blockEntries > 0) {
            sealBlock();
          }
          closeSegment(SEALED_LAST);
        });
    leave(State.SEALED);
  }

  /// What was appended so far can be read afterwards, unless the file has failed.
  @Override
  public void close() {
    boolean unsealed = state == State.OPEN;
    leave(State.CLOSED);
    try (BlockStore last = blocks) {
      if (unsealed && blockEntries > 0) {
        checkBlock();
        last.write(nextAt);
      }
    } catch (IOException e) {
      throw broken("closing", e);
    }
  }
}
