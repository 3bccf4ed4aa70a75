package quorate.features.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Appends each value and gives it back unchanged.
final class StateWriter implements StateCodec {
  private static final int FIRST_CAPACITY = 256;

  private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY).order(ByteOrder.LITTLE_ENDIAN);

  byte[] bytes() {
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  @Override
  public long whole(long present) {
    room(Long.BYTES).putLong(present);
    return present;
  }

  @Override
  public double real(double present) {
    whole(Double.doubleToRawLongBits(present));
    return present;
  }

  @Override
  public boolean flag(boolean present) {
    whole(present ? 1 : 0);
    return present;
  }

  @Override
  public void reals(double[] present) {
    for (double value : present) {
      real(value);
    }
  }

  @Override
  public void mark(String sign) {
    byte[] text = sign.getBytes(StandardCharsets.UTF_8);
    whole(text.length);
    room(text.length).put(text);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      int capacity = Math.max(2 * buffer.capacity(), buffer.position() + bytes);
      buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).put(buffer.flip());
    }
    return buffer;
  }
}
