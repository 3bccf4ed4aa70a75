package quorate.features.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Reads back what a [StateWriter] appended.
final class StateReader implements StateCodec {
  private final ByteBuffer buffer;

  StateReader(byte[] state) {
    buffer = ByteBuffer.wrap(state).order(ByteOrder.LITTLE_ENDIAN);
  }

  void expectEnd() {
    if (buffer.hasRemaining()) {
      throw new IllegalArgumentException(
          "state must be %d bytes long, but was %d; it was saved by something else"
              .formatted(buffer.position(), buffer.limit()));
    }
  }

  @Override
  public long whole(long present) {
    return need(Long.BYTES).getLong();
  }

  @Override
  public double real(double present) {
    return Double.longBitsToDouble(need(Double.BYTES).getLong());
  }

  @Override
  public boolean flag(boolean present) {
    return whole(0) != 0;
  }

  @Override
  public void reals(double[] present) {
    for (int i = 0; i < present.length; i++) {
      present[i] = real(0);
    }
  }

  @Override
  public void mark(String sign) {
    long length = whole(0);
    if (length < 0 || length > buffer.remaining()) {
      throw new IllegalArgumentException(
          "state must be of \"%s\", but was saved by something else".formatted(sign));
    }
    byte[] text = new byte[(int) length];
    buffer.get(text);
    String found = new String(text, StandardCharsets.UTF_8);
    if (!found.equals(sign)) {
      throw new IllegalArgumentException(
          "state must be of \"%s\", but was of \"%s\"".formatted(sign, found));
    }
  }

  private ByteBuffer need(int bytes) {
    if (buffer.remaining() < bytes) {
      throw new IllegalArgumentException(
          "state must be longer than %d bytes; it was cut short or saved by something else"
              .formatted(buffer.limit()));
    }
    return buffer;
  }
}
