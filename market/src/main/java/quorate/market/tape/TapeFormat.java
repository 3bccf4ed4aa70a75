package quorate.market.tape;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/// The bytes of a tape, version 1; `docs/tape.md` says the same in words.
final class TapeFormat {
  /// `QUORTAPE` in ASCII, read as a little-endian long.
  static final long MAGIC = 0x45504154524F5551L;

  static final int VERSION = 1;

  /// Segment headers and blocks begin at multiples of this.
  static final int PAGE_BYTES = 4096;

  // Segment header.
  static final int MAGIC_AT = 0;
  static final int VERSION_AT = 8;
  static final int HEADER_BYTES_AT = 12;
  static final int SEGMENT_AT = 16;
  static final int BLOCK_BYTES_AT = 20;
  static final int METADATA_BYTES_AT = 24;
  static final int METADATA_CRC_AT = 28;
  static final int ENTRIES_AT = 32;
  static final int CHAIN_CRC_AT = 40;
  static final int SEALED_AT = 44;
  static final int METADATA_AT = 64;

  // How a segment ended; 0 while it is written.
  static final int SEALED_LAST = 1;
  static final int SEALED_FOLLOWED = 2;

  // Block header.
  static final int BLOCK_BYTES = 64 * 1024;
  static final int BLOCK_MAGIC = 0x4B4C4251; // QBLK
  static final int BLOCK_MAGIC_AT = 0;
  static final int PAYLOAD_BYTES_AT = 4;
  static final int BLOCK_ENTRIES_AT = 8;
  static final int BLOCK_CRC_AT = 12;
  static final int FIRST_SEQUENCE_AT = 16;
  static final int CHECKED_BYTES_AT = 24;
  static final int BLOCK_HEADER_BYTES = 32;
  static final int BLOCK_PAYLOAD_BYTES = BLOCK_BYTES - BLOCK_HEADER_BYTES;

  /// Blocks mapped at once by a reader: 64 MiB.
  static final int READ_WINDOW_BYTES = 1024 * BLOCK_BYTES;

  /// Blocks mapped at once by a writer, which is also by how much the file grows: 4 MiB.
  static final int WRITE_WINDOW_BYTES = 64 * BLOCK_BYTES;

  // Entry header: kind, reserved, length in 8-byte words, flags, instrument, time.
  static final int ENTRY_HEADER_BYTES = 16;
  static final int TRADE = 1;
  static final int QUOTE = 2;
  static final int BAR = 3;
  static final int FIRST_JOURNAL_KIND = 16;
  static final int MAX_INSTRUMENTS = 0xFFFF;

  private TapeFormat() {}

  /// The first eight bytes of an entry as one little-endian long.
  static long head(int kind, int words, int flags, int instrument) {
    return kind | (long) words << 16 | (flags & 0xFFFFL) << 32 | (instrument & 0xFFFFL) << 48;
  }

  static int kind(long head) {
    return (int) head & 0xFF;
  }

  static int words(long head) {
    return (int) (head >>> 16) & 0xFFFF;
  }

  static int flags(long head) {
    return (int) (head >>> 32) & 0xFFFF;
  }

  static int instrument(long head) {
    return (int) (head >>> 48);
  }

  static int crc(ByteBuffer bytes, int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().position(from).limit(from + length));
    return (int) crc.getValue();
  }

  /// Bytes before the first block of a segment with so much metadata.
  static int headerBytes(int metadataBytes) {
    return Math.ceilDiv(METADATA_AT + metadataBytes, PAGE_BYTES) * PAGE_BYTES;
  }

  /// Continues the checksum of a segment with the checksum of one more block.
  static int chain(int before, int blockCrc) {
    ByteBuffer both = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    both.putInt(before).putInt(blockCrc).flip();
    CRC32C crc = new CRC32C();
    crc.update(both);
    return (int) crc.getValue();
  }

  /// The file of a segment: the tape's own name for the first, `.1`, `.2`, … for those after it.
  static Path segment(Path tape, int number) {
    return number == 0 ? tape : tape.resolveSibling(tape.getFileName() + "." + number);
  }
}
