package quorate.learning.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The sum over a file's header and numbers that we keep among its free texts.
///
/// The format has none of its own, so that a digit that toppled on the disk gives another weight,
/// or the same weights under another name, and nobody notices. Other tools keep the text or drop
/// it; a file without it is read unchecked.
///
/// It is the CRC-32 of the header's JSON as it would be without this text and without padding,
/// followed by the bytes of the numbers. Key and value vouch for each other, so that damage to
/// either is seen as well.
final class Checksum {
  static final String KEY = "checksum";
  private static final Pattern VALUE = Pattern.compile("quorate-crc32:[0-9a-f]{8}");

  private final CRC32 sum = new CRC32();

  /// @param header without a checksum
  Checksum(Header header) {
    sum.update(header.json().getBytes(StandardCharsets.UTF_8));
  }

  /// Takes in the buffer's remaining bytes and leaves its position where it was.
  void update(ByteBuffer numbers) {
    sum.update(numbers.duplicate());
  }

  String text() {
    return "quorate-crc32:%08x".formatted(sum.getValue());
  }

  /// Free texts that do not look like ours.
  static void checkFree(Map<String, String> metadata) {
    metadata.forEach((key, value) -> {
      if (key.equals(KEY) || VALUE.matcher(value).matches()) {
        throw new WeightsException(
            ("the text \"%s\" is kept for the sum over the file, but metadata has %s: %s; name it "
                    + "otherwise")
                .formatted(KEY, Header.quoted(key), Header.quoted(value)));
      }
    });
  }

  /// The header without its checksum.
  ///
  /// @throws WeightsException when what is there is only half a checksum
  static Header without(Header header) {
    SortedMap<String, String> free = new TreeMap<>(header.metadata());
    String value = free.remove(KEY);
    boolean damaged = value != null && !VALUE.matcher(value).matches();
    damaged |= free.values().stream().anyMatch(text -> VALUE.matcher(text).matches());
    if (damaged) {
      throw new WeightsException(
          "the text \"%s\" must be a sum over the file, but is damaged; take another copy"
              .formatted(KEY));
    }
    return new Header(header.entries(), free);
  }
}
