package quorate.learning.weights;

import java.nio.ByteBuffer;
import java.util.Locale;

/// The kinds of number that are read, by the names the format gives them, and how each becomes a
/// `float`.
///
/// F32, F16 and BF16 are exact. F64 is rounded to the nearest `float`, and refused when only
/// infinity is near. I32 and I64 are counters and indices, where a rounded one would be a wrong
/// one: refused unless exact.
enum ElementType {
  F32(4),
  F64(8),
  F16(2),
  BF16(2),
  I32(4),
  I64(8);

  private final int bytes;

  ElementType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /// The next number of a little-endian buffer.
  ///
  /// @throws ArithmeticException when a finite number has no `float`; its message says which
  float next(ByteBuffer buffer) {
    return switch (this) {
      case F32 -> buffer.getFloat();
      case F64 -> rounded(buffer.getDouble());
      case F16 -> Float.float16ToFloat(buffer.getShort());
      case BF16 -> Float.intBitsToFloat(buffer.getShort() << 16);
      case I32 -> exact(buffer.getInt());
      case I64 -> exact(buffer.getLong());
    };
  }

  private static float rounded(double value) {
    float rounded = (float) value;
    if (Float.isInfinite(rounded) && Double.isFinite(value)) {
      throw new ArithmeticException(
          String.format(Locale.ROOT, "%s, which is larger than any 32-bit number", value));
    }
    return rounded;
  }

  private static float exact(long value) {
    float near = value;
    if (near == 0x1p63f || (long) near != value) { // the cast back of 2^63 would say Long.MAX_VALUE
      throw new ArithmeticException(value + ", which has no exact 32-bit number");
    }
    return near;
  }
}
