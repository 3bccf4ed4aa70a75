package quorate.market.tape;

import static quorate.market.tape.TapeFormat.*;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.EventCursor;
import quorate.domain.JournalEntry;
import quorate.market.tape.SegmentHeader.Seal;

/// Reads a tape from its first entry to its last, over all its segments.
///
/// Windows of at most 64 MiB are mapped and unmapped after use; each block is checked and copied
/// into one reused array, so an entry costs a few nanoseconds and nothing is allocated per event. A
/// tape whose writer died is read up to its last whole entry; a closed one must be whole. Not for
/// use by two threads.
public final class TapeReader implements AutoCloseable {
  static final String WHAT_TO_DO = "; restore the file or derive it again";

  /// What to do with a block or a segment that is not as it was written.
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

  private final TapeHeader header;
  private SegmentReader segment;
  private int segmentNumber;
  private boolean ended;

  private long sequence = -1;
  private long blockFirst;
  private int words;
  private int at;
  private int nextAt;

  private TapeReader(Path tape, OnDamage onDamage) {
    this.tape = tape;
    this.onDamage = onDamage;
    this.segment = SegmentReader.open(tape, 0, this::found);
    this.header = segment.tape();
  }

  /// @throws TapeException when the file is missing or is not a tape of this version
  public static TapeReader open(Path tape) {
    return new TapeReader(tape, OnDamage.STOP);
  }

  public static TapeReader open(Path tape, OnDamage onDamage) {
    return new TapeReader(tape, onDamage);
  }

  private void found(String broken) {
    if (onDamage == OnDamage.STOP) {
      throw new TapeException(broken + WHAT_TO_DO);
    }
    damage.add(broken);
  }

  public TapeHeader header() {
    return header;
  }

  /// Descriptions of the damage met so far, when they are only reported.
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
    while (!ended) {
      if (words > 0) {
        segment.endBlock(sequence + 1 - blockFirst);
      }
      blockFirst = sequence + 1;
      words = segment.next(block, blockFirst);
      nextAt = 0;
      if (words > 0) {
        return true;
      }
      ended = !nextSegment();
    }
    return false;
  }

  private boolean nextSegment() {
    Path next = TapeFormat.segment(tape, segmentNumber + 1);
    boolean exists = Files.exists(next);
    boolean must = segment.seal() == Seal.FOLLOWED;
    if (must && !exists) {
      found("tape \"%s\" is damaged: its segment \"%s\" is missing".formatted(tape, next));
    }
    if (!exists) {
      return false;
    }
    if (!must) {
      found(
          "tape \"%s\" is damaged: \"%s\" must be its last segment, but \"%s\" follows"
              .formatted(tape, segment.file(), next));
    }
    segment.close();
    segmentNumber++;
    segment = SegmentReader.open(tape, segmentNumber, this::found);
    if (!segment.tape().equals(header)) {
      found("tape \"%s\" is damaged: \"%s\" is of another tape".formatted(tape, next));
    }
    return true;
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
    segment.close();
  }
}
