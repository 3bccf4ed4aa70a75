package quorate.learning.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The wire format of protocol buffers (<https://protobuf.dev/programming-guides/encoding/>), as
/// far as TensorBoard's and ONNX files need it: a message is a row of fields, each a number and a
/// kind followed by its bytes.
public final class Wire {
  public static final int VARINT = 0;
  public static final int FIXED_64 = 1;
  public static final int BYTES = 2;
  public static final int FIXED_32 = 5;

  private Wire() {}

  /// A message being written.
  public static final class Message {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Message varint(int field, long value) {
      tag(field, VARINT);
      put(value);
      return this;
    }

    public Message fixed64(int field, double value) {
      tag(field, FIXED_64);
      bytes.writeBytes(little(8).putDouble(value).array());
      return this;
    }

    public Message fixed32(int field, float value) {
      tag(field, FIXED_32);
      bytes.writeBytes(little(4).putFloat(value).array());
      return this;
    }

    public Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    public Message message(int field, Message value) {
      return bytes(field, value.toBytes());
    }

    public Message bytes(int field, byte[] value) {
      tag(field, BYTES);
      put(value.length);
      bytes.writeBytes(value);
      return this;
    }

    public byte[] toBytes() {
      return bytes.toByteArray();
    }

    private void tag(int field, int kind) {
      put(((long) field << 3) | kind);
    }

    private void put(long value) {
      long rest = value;
      for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
        bytes.write((int) ((rest & 0x7F) | 0x80));
      }
      bytes.write((int) rest);
    }

    private static ByteBuffer little(int size) {
      return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  /// The fields of a message, one after the other.
  ///
  /// Every method throws [IllegalArgumentException] for bytes that are no message.
  public static final class Fields {
    private final ByteBuffer bytes;
    private int field;
    private int kind;
    private long number;
    private ByteBuffer content = ByteBuffer.allocate(0);

    public Fields(ByteBuffer bytes) {
      this.bytes = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    /// Goes to the next field; false at the end.
    public boolean next() {
      if (!bytes.hasRemaining()) {
        return false;
      }
      long tag = varint();
      field = (int) (tag >>> 3);
      kind = (int) (tag & 7);
      switch (kind) {
        case VARINT -> number = varint();
        case FIXED_64 -> number = take(8).getLong();
        case FIXED_32 -> number = take(4).getInt();
        case BYTES -> content = take(varint());
        default ->
            throw new IllegalArgumentException(
                "a field's kind must be 0, 1, 2 or 5, but was " + kind);
      }
      return true;
    }

    /// Whether this is the field of that number and kind; others are for other readers.
    public boolean is(int field, int kind) {
      return this.field == field && this.kind == kind;
    }

    public long number() {
      return number;
    }

    public ByteBuffer content() {
      return content.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    public String text() {
      return StandardCharsets.UTF_8.decode(content()).toString();
    }

    public Fields message() {
      return new Fields(content);
    }

    private ByteBuffer take(long length) {
      if (length < 0 || length > bytes.remaining()) {
        throw new IllegalArgumentException(
            "a field must end within its message, but has %d bytes of %d left"
                .formatted(length, bytes.remaining()));
      }
      ByteBuffer taken = bytes.slice(bytes.position(), (int) length).order(bytes.order());
      bytes.position(bytes.position() + (int) length);
      return taken;
    }

    private long varint() {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        byte next = take(1).get();
        value |= (next & 0x7FL) << shift;
        if (next >= 0) {
          return value;
        }
      }
      throw new IllegalArgumentException("a number must have at most 10 bytes, but has more");
    }
  }
}
