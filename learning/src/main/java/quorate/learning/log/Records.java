package quorate.learning.log;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/// The framing of TFRecord files (<https://www.tensorflow.org/tutorials/load_data/tfrecord>,
/// "TFRecords format details"): little-endian, `uint64 length, uint32 masked CRC-32C of the length,
/// bytes, uint32 masked CRC-32C of the bytes`.
///
/// The mask keeps a sum over data that holds such sums itself from being degenerate.
final class Records {
  private static final int MASK_DELTA = 0xA282EAD8;
  private static final int BEFORE = Long.BYTES + Integer.BYTES;

  private Records() {}

  static byte[] frame(byte[] content) {
    ByteBuffer frame = little(ByteBuffer.allocate(BEFORE + content.length + Integer.BYTES));
    frame.putLong(content.length);
    frame.putInt(maskedSum(frame.array(), 0, Long.BYTES));
    frame.put(content);
    frame.putInt(maskedSum(content, 0, content.length));
    return frame.array();
  }

  /// The records of a whole file, without what a killed writer left half written at its end: a
  /// record that is cut off, or nothing but zeros.
  ///
  /// @throws IllegalArgumentException when a whole record's sum is wrong; its message says where
  static List<byte[]> unframe(byte[] file) {
    List<byte[]> records = new ArrayList<>();
    ByteBuffer rest = little(ByteBuffer.wrap(file));
    while (rest.remaining() >= BEFORE && !onlyZeros(rest)) {
      int at = rest.position();
      long length = rest.getLong();
      if (rest.getInt() != maskedSum(file, at, Long.BYTES) || length < 0) {
        throw damaged("length", at);
      }
      if (length > rest.remaining() - (long) Integer.BYTES) {
        break;
      }
      byte[] content = new byte[(int) length];
      rest.get(content);
      if (rest.getInt() != maskedSum(content, 0, content.length)) {
        throw damaged("content", at);
      }
      records.add(content);
    }
    return records;
  }

  private static IllegalArgumentException damaged(String what, int at) {
    return new IllegalArgumentException(
        "the sum over a record's %s must fit, but does not at byte %d".formatted(what, at));
  }

  private static boolean onlyZeros(ByteBuffer rest) {
    for (int i = rest.position(); i < rest.limit(); i++) {
      if (rest.get(i) != 0) {
        return false;
      }
    }
    return true;
  }

  private static int maskedSum(byte[] bytes, int from, int length) {
    CRC32C sum = new CRC32C();
    sum.update(bytes, from, length);
    return Integer.rotateRight((int) sum.getValue(), 15) + MASK_DELTA;
  }

  private static ByteBuffer little(ByteBuffer buffer) {
    return buffer.order(ByteOrder.LITTLE_ENDIAN);
  }
}
