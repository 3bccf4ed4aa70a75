package quorate.market.tape;

import static quorate.market.tape.TapeFormat.*;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// What the beginning of a segment says: how it ended and what its tape is about.
///
/// @param bytes before its first block
/// @param entries in it, once it is closed
/// @param chainCrc chained checksum of its blocks' checksums, once it is closed
/// @param seal how it ended
/// @param tape the same in every segment of a tape
record SegmentHeader(int bytes, long entries, int chainCrc, Seal seal, TapeHeader tape) {
  /// How a segment ended; its place is the number on the tape.
  enum Seal {
    /// Its writer is still at it, or died.
    OPEN,
    /// Closed, and the last of its tape.
    LAST,
    /// Closed when it was full, and followed by another.
    FOLLOWED
  }

  /// @param number of the segment, from 0
  /// @throws TapeException when the file is no segment of this version or its header is damaged
  static SegmentHeader read(FileChannel channel, int number, Path file) throws IOException {
    ByteBuffer fixed = bytes(channel, 0, METADATA_AT);
    if (fixed.remaining() < METADATA_AT || fixed.getLong(MAGIC_AT) != MAGIC) {
      throw new TapeException("file must be a tape, but has another beginning: " + file);
    }
    if (fixed.getInt(VERSION_AT) != VERSION || fixed.getInt(BLOCK_BYTES_AT) != BLOCK_BYTES) {
      throw new TapeException(
          "tape must be of version %d with blocks of %d bytes, but was %d with %d: %s"
              .formatted(
                  VERSION,
                  BLOCK_BYTES,
                  fixed.getInt(VERSION_AT),
                  fixed.getInt(BLOCK_BYTES_AT),
                  file));
    }
    int metadataBytes = fixed.getInt(METADATA_BYTES_AT);
    int headerBytes = fixed.getInt(HEADER_BYTES_AT);
    require(
        metadataBytes >= 0
            && metadataBytes <= channel.size() - METADATA_AT
            && headerBytes == headerBytes(metadataBytes),
        "its lengths contradict each other",
        file);
    require(fixed.getInt(SEGMENT_AT) == number, "it must be of segment " + number, file);
    ByteBuffer metadata = bytes(channel, METADATA_AT, headerBytes - METADATA_AT);
    require(
        metadata.remaining() == headerBytes - METADATA_AT
            && crc(metadata, 0, metadataBytes) == fixed.getInt(METADATA_CRC_AT),
        "its checksum is wrong",
        file);
    require(
        isZero(fixed, SEALED_AT + 4, METADATA_AT)
            && isZero(metadata, metadataBytes, metadata.limit()),
        "its unused bytes are not 0",
        file);
    long entries = fixed.getLong(ENTRIES_AT);
    int chainCrc = fixed.getInt(CHAIN_CRC_AT);
    Seal seal = seal(fixed.getInt(SEALED_AT), file);
    require(
        seal == Seal.OPEN ? entries == 0 && chainCrc == 0 : entries >= 0,
        "its seal and its number of entries contradict each other",
        file);
    String json = StandardCharsets.UTF_8.decode(metadata.limit(metadataBytes)).toString();
    return new SegmentHeader(headerBytes, entries, chainCrc, seal, TapeHeader.fromJson(json));
  }

  private static Seal seal(int number, Path file) {
    require(number >= 0 && number < Seal.values().length, "its seal must be 0, 1 or 2", file);
    return Seal.values()[number];
  }

  private static void require(boolean holds, String otherwise, Path file) {
    if (!holds) {
      throw new TapeException(
          "header of tape \"%s\" is damaged: %s".formatted(file, otherwise)
              + TapeReader.WHAT_TO_DO);
    }
  }

  private static boolean isZero(ByteBuffer bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  /// The bytes of a file from a position on, fewer at its end.
  private static ByteBuffer bytes(FileChannel channel, long position, int count)
      throws IOException {
    ByteBuffer read = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    int got = 0;
    while (got >= 0 && read.hasRemaining()) {
      got = channel.read(read, position + read.position());
    }
    return read.flip();
  }
}
