package quorate.learning.state;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import quorate.domain.chance.Philox;

/// Writes numbers, arrays and marks as bytes; [StateReader] reads them in the same order.
///
/// Floating-point numbers keep all their bits. An array is written with its length. Numbers are
/// little-endian. Closing it closes the stream beneath. Errors of the stream come as
/// [UncheckedIOException]. Not for use by two threads.
public final class StateWriter implements AutoCloseable {
  static final int CHUNK_BYTES = 1 << 14;

  private final DataOutputStream out;
  private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  private StateWriter(OutputStream out) {
    this.out = new DataOutputStream(new BufferedOutputStream(out, CHUNK_BYTES));
  }

  public static StateWriter to(OutputStream out) {
    return new StateWriter(out);
  }

  /// A word that must be found in this place when the state is read, such as the name of what is
  /// written next.
  public void mark(String word) {
    text(word);
  }

  /// @param value at most 65,535 bytes as UTF-8
  public void text(String value) {
    flushChunk();
    try {
      out.writeUTF(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void flag(boolean value) {
    room(1).put((byte) (value ? 1 : 0));
  }

  public void number(int value) {
    room(Integer.BYTES).putInt(value);
  }

  public void number(long value) {
    room(Long.BYTES).putLong(value);
  }

  public void number(float value) {
    room(Float.BYTES).putFloat(value);
  }

  public void number(double value) {
    room(Double.BYTES).putDouble(value);
  }

  /// The seed of a generator and how many numbers it has drawn.
  public void generator(Philox chance) {
    number(chance.seed());
    number(chance.drawn());
  }

  public void numbers(byte[] values) {
    number(values.length);
    for (byte value : values) {
      room(1).put(value);
    }
  }

  public void numbers(int[] values) {
    number(values.length);
    for (int value : values) {
      room(Integer.BYTES).putInt(value);
    }
  }

  public void numbers(long[] values) {
    number(values.length);
    for (long value : values) {
      room(Long.BYTES).putLong(value);
    }
  }

  public void numbers(float[] values) {
    number(values.length);
    for (float value : values) {
      room(Float.BYTES).putFloat(value);
    }
  }

  public void numbers(double[] values) {
    number(values.length);
    for (double value : values) {
      room(Double.BYTES).putDouble(value);
    }
  }

  /// Hands everything written so far to the stream beneath.
  public void flush() {
    flushChunk();
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    flush();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ByteBuffer room(int bytes) {
    if (chunk.remaining() < bytes) {
      flushChunk();
    }
    return chunk;
  }

  private void flushChunk() {
    try {
      out.write(chunk.array(), 0, chunk.position());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    chunk.clear();
  }
}
