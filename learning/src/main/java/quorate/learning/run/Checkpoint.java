package quorate.learning.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;
import quorate.learning.state.StateException;
import quorate.learning.state.StateReader;
import quorate.learning.state.StateWriter;

/// A file that holds the whole state of a run, and whose.
///
/// It is seen whole or not at all, also when the process or the power goes: written beside, forced
/// to the device, then moved over the one before, which is there until then. Layout: a magic line,
/// the body's length and its CRC-32C, big-endian; in the body whose state it is, then the state.
/// Streams both ways, so it costs no memory beyond a buffer; reading goes over the file twice, once
/// for the sum.
final class Checkpoint {
  private static final byte[] MAGIC = "quorate checkpoint 1\n".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MAGIC.length + Long.BYTES + Integer.BYTES;
  private static final int BUFFER = 1 << 16;

  private Checkpoint() {}

  /// @param whose algorithm, world and all else that must be the same for the state to fit
  /// @throws RunException when it cannot be written; the one before it is then as it was
  static void write(Path file, SequencedMap<String, String> whose, Consumer<StateWriter> state) {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      writeTo(part, whose, state);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException | UncheckedIOException e) {
      boolean isFirst = !Files.exists(file);
      throw new RunException(
          "checkpoint %s cannot be written: %s; %ssee that the disk has room and the folder can be written, then %s"
              .formatted(
                  file,
                  reason(e),
                  isFirst ? "" : "the one before it is kept: ",
                  isFirst ? "begin the run again" : "go on with the run from there"),
          e);
    } finally {
      remove(part);
    }
  }

  /// What is half written takes room that may be what was missing.
  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      return; // the reason why it could not be written is the one to tell; the next one replaces it
    }
  }

  private static void writeTo(
      Path part, SequencedMap<String, String> whose, Consumer<StateWriter> state)
      throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      channel.position(HEADER);
      CRC32C sum = new CRC32C();
      OutputStream body =
          new CheckedOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER), sum);
      StateWriter out = StateWriter.to(body);
      out.number(whose.size());
      whose.forEach((key, value) -> {
        out.text(key);
        out.text(value);
      });
      state.accept(out);
      out.flush();
      long length = channel.position() - HEADER;
      ByteBuffer header =
          ByteBuffer.allocate(HEADER).put(MAGIC).putLong(length).putInt((int) sum.getValue());
      channel.position(0);
      for (header.flip(); header.hasRemaining(); ) {
        channel.write(header);
      }
      channel.force(true);
    }
  }

  /// @throws RunException when the file is not there, cut off, damaged, another kind of file, or
  ///   the state of something else
  static void read(Path file, SequencedMap<String, String> whose, Consumer<StateReader> state) {
    try {
      check(file);
      try (StateReader in = StateReader.from(body(file))) {
        checkIsOf(whose, in);
        state.accept(in);
      }
    } catch (StateException | RunException e) {
      throw unusable(file, e.getMessage(), e);
    } catch (NoSuchFileException e) {
      throw unusable(file, "there is no such file", e);
    } catch (IOException | UncheckedIOException e) {
      throw unusable(file, "cannot be read: " + reason(e), e);
    }
  }

  private static RunException unusable(Path file, @Nullable String why, Exception cause) {
    return new RunException(
        "checkpoint %s: %s; put a whole copy of this run's own in its place, or begin the run again"
            .formatted(file, why),
        cause);
  }

  private static String reason(Exception failure) {
    return String.valueOf(failure instanceof UncheckedIOException ? failure.getCause() : failure);
  }

  private static InputStream body(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    in.skipNBytes(HEADER);
    return in;
  }

  private static void check(Path file) throws IOException {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      byte[] header = in.readNBytes(HEADER);
      if (!Arrays.equals(
          header, 0, Math.min(header.length, MAGIC.length), MAGIC, 0, MAGIC.length)) {
        throw new RunException(
            "must begin as a checkpoint does, but begins otherwise: it is another kind of file, or"
                + " of another version of Quorate");
      }
      ByteBuffer rest = ByteBuffer.wrap(header, MAGIC.length, header.length - MAGIC.length);
      long expected = rest.remaining() < Long.BYTES + Integer.BYTES ? -1 : rest.getLong();
      long found = Files.size(file) - HEADER;
      if (expected != found) {
        throw new RunException(
            "must be whole, but is cut off or has been appended to: %,d bytes follow its header%s"
                .formatted(
                    Math.max(0, found), expected < 0 ? "" : " instead of %,d".formatted(expected)));
      }
      CheckedInputStream checked = new CheckedInputStream(in, new CRC32C());
      checked.transferTo(OutputStream.nullOutputStream());
      if ((int) checked.getChecksum().getValue() != rest.getInt()) {
        throw new RunException(
            "its sum must be the one in its header, but is not: the file is damaged");
      }
    }
  }

  private static void checkIsOf(SequencedMap<String, String> whose, StateReader in) {
    int count = in.integer();
    for (Map.Entry<String, String> mine : whose.entrySet()) {
      if (count-- == 0) {
        throw new RunException("must say its %s, but does not".formatted(mine.getKey()));
      }
      String key = in.text();
      String value = in.text();
      if (!key.equals(mine.getKey()) || !value.equals(mine.getValue())) {
        throw new RunException(
            "must be of %s %s, but is of %s %s: it belongs to another run"
                .formatted(mine.getKey(), mine.getValue(), key, value));
      }
    }
    if (count != 0) {
      throw new RunException("must have no further settings, but has " + in.text());
    }
  }
}
