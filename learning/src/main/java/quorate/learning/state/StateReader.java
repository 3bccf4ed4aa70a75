package quorate.learning.state;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UTFDataFormatException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import quorate.domain.chance.Philox;

/// Reads what a [StateWriter] wrote, in the same order.
///
/// A state cut short, a mark that is not there and an array of another length are a
/// [StateException] that says what was expected; other errors of the stream come as
/// [UncheckedIOException]. Not for use by two threads.
public final class StateReader implements AutoCloseable {
  private final DataInputStream in;
  private final ByteBuffer chunk =
      ByteBuffer.allocate(StateWriter.CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private String part = "the beginning";

  private StateReader(InputStream in) {
    this.in = new DataInputStream(new BufferedInputStream(in, StateWriter.CHUNK_BYTES));
  }

  public static StateReader from(InputStream in) {
    return new StateReader(in);
  }

  /// Goes past a mark.
  ///
  /// @throws StateException when another word or something else is in its place
  public void mark(String word) {
    String found = text();
    if (!found.equals(word)) {
      throw new StateException(
          "a saved state must have \"%s\" after %s, but had \"%s\": it is the state of something else"
              .formatted(word, part, found));
    }
    part = "\"" + word + "\"";
  }

  public String text() {
    try {
      return in.readUTF();
    } catch (EOFException e) {
      throw cutShort();
    } catch (UTFDataFormatException e) {
      throw new StateException(
          "a saved state must have a word in its place after %s, but had other bytes"
              .formatted(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean flag() {
    return next(1).get() != 0;
  }

  public int integer() {
    return next(Integer.BYTES).getInt();
  }

  public long longInteger() {
    return next(Long.BYTES).getLong();
  }

  public float single() {
    return next(Float.BYTES).getFloat();
  }

  public double real() {
    return next(Double.BYTES).getDouble();
  }

  /// The generator as it was when it was written.
  public Philox generator() {
    long seed = longInteger();
    long drawn = longInteger();
    return Philox.resumed(seed, drawn);
  }

  /// Fills an array with one written at the same length, as all methods of this name.
  public void numbers(byte[] into) {
    length(into.length);
    for (int done = 0; done < into.length; ) {
      int many = Math.min(into.length - done, StateWriter.CHUNK_BYTES);
      next(many).get(into, done, many);
      done += many;
    }
  }

  public void numbers(int[] into) {
    length(into.length);
    for (int done = 0; done < into.length; ) {
      int many = Math.min(into.length - done, StateWriter.CHUNK_BYTES / Integer.BYTES);
      next(many * Integer.BYTES).asIntBuffer().get(into, done, many);
      done += many;
    }
  }

  public void numbers(long[] into) {
    length(into.length);
    for (int done = 0; done < into.length; ) {
      int many = Math.min(into.length - done, StateWriter.CHUNK_BYTES / Long.BYTES);
      next(many * Long.BYTES).asLongBuffer().get(into, done, many);
      done += many;
    }
  }

  public void numbers(float[] into) {
    length(into.length);
    for (int done = 0; done < into.length; ) {
      int many = Math.min(into.length - done, StateWriter.CHUNK_BYTES / Float.BYTES);
      next(many * Float.BYTES).asFloatBuffer().get(into, done, many);
      done += many;
    }
  }

  public void numbers(double[] into) {
    length(into.length);
    for (int done = 0; done < into.length; ) {
      int many = Math.min(into.length - done, StateWriter.CHUNK_BYTES / Double.BYTES);
      next(many * Double.BYTES).asDoubleBuffer().get(into, done, many);
      done += many;
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void length(int expected) {
    int found = integer();
    if (found != expected) {
      throw new StateException(
          "a saved array after %s must have %d numbers, but had %d: it was saved with other sizes"
              .formatted(part, expected, found));
    }
  }

  private ByteBuffer next(int bytes) {
    try {
      in.readFully(chunk.array(), 0, bytes);
    } catch (EOFException e) {
      throw cutShort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return chunk.position(0).limit(bytes);
  }

  private StateException cutShort() {
    return new StateException("a saved state must not be cut short, but it ended after " + part);
  }
}
