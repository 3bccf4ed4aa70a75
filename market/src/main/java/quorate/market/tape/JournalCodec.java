package quorate.market.tape;

import static quorate.market.tape.TapeFormat.BLOCK_PAYLOAD_BYTES;
import static quorate.market.tape.TapeFormat.ENTRY_HEADER_BYTES;
import static quorate.market.tape.TapeFormat.head;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import quorate.domain.JournalEntry;

/// Journal entries to bytes and back.
///
/// Texts are UTF-8 with a two-byte length; one longer than 4,096 bytes is cut at a character. The
/// same entry always gives the same bytes, which is what a replay compares. Not for use by two
/// threads.
public final class JournalCodec {
  private final EntryBytes out = new EntryBytes(BLOCK_PAYLOAD_BYTES);
  private final JournalWriting writing = new JournalWriting(out);

  /// The entry's bytes with its header, a whole number of 8-byte words.
  ///
  /// @return a buffer that the next call overwrites
  /// @throws TapeException when the entry does not fit a block
  public ByteBuffer encode(JournalEntry entry) {
    int length = write(entry);
    return out.buffer().limit(length);
  }

  /// Puts the entry's bytes into [#bytes].
  ///
  /// @return how many they are, a whole number of words
  int write(JournalEntry entry) {
    out.begin(ENTRY_HEADER_BYTES);
    int kind;
    int length;
    try {
      kind = writing.write(entry);
      length = out.finishWord();
    } catch (IndexOutOfBoundsException e) {
      throw tooLong(entry);
    }
    if (length > BLOCK_PAYLOAD_BYTES) {
      throw tooLong(entry);
    }
    out.setLong(0, head(kind, length / 8, 0, 0));
    out.setLong(8, entry.timeNs());
    return length;
  }

  private static TapeException tooLong(JournalEntry entry) {
    return new TapeException(
        "an entry must fit a block of %d bytes, but did not: %s"
            .formatted(BLOCK_PAYLOAD_BYTES, entry.getClass().getSimpleName()));
  }

  /// The bytes that the last [#write] left, from 0 on.
  byte[] bytes() {
    return out.array();
  }

  /// The entry that these bytes stand for.
  ///
  /// @param bytes one entry with its header, little-endian
  /// @throws TapeException when the bytes are no journal entry
  public JournalEntry decode(ByteBuffer bytes) {
    ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    int kind = TapeFormat.kind(in.getLong());
    long timeNs = in.getLong();
    try {
      return new JournalReading(in).entry(kind, timeNs);
    } catch (RuntimeException e) {
      throw new TapeException(
          "journal entry of kind %d at %d cannot be read: %s"
              .formatted(kind, timeNs, e.getMessage()),
          e);
    }
  }
}
