package quorate.learning.weights;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a safetensors file holds: tensors in the order of their bytes, and free texts by key.
///
/// The format (<https://huggingface.co/docs/safetensors>, section "Format"): the header's length as
/// an unsigned 64-bit number, the header in JSON padded with spaces to a multiple of 8 bytes, then
/// the numbers, all little-endian, row-major, without holes. We write what its reference
/// implementation writes for the same tensors, byte for byte, with one text of our own: see
/// [Checksum].
///
/// Writes F32; reads also F64, F16, BF16, I32 and I64, as [ElementType] says. Numbers that are not
/// finite are neither written nor read. Costs memory for the tensors once and a buffer of 64 KiB.
public record Safetensors(List<NamedTensor> tensors, Map<String, String> metadata) {
  private static final int BUFFER = 1 << 16;

  public Safetensors {
    tensors = List.copyOf(tensors);
    metadata = Map.copyOf(metadata);
  }

  /// The tensor of a name.
  public Optional<NamedTensor> tensor(String name) {
    return tensors.stream().filter(tensor -> tensor.name().equals(name)).findFirst();
  }

  /// Writes a file that is seen whole or not at all, also when the process or the power goes: into
  /// `<file>.part` first, forced to the device, then moved. Makes the folder when there is none.
  /// Not for two writers of one file at a time.
  ///
  /// The tensors stand in the order of their names whatever the order of the list, so the same
  /// tensors always make the same file.
  ///
  /// @param metadata free texts; the key `checksum` is ours
  /// @throws WeightsException when two tensors have one name, a text is not whole Unicode, the
  ///   header is longer than 100 MB, or the file cannot be written; the file is then as it was
  public static void write(Path file, List<NamedTensor> tensors, Map<String, String> metadata) {
    List<NamedTensor> sorted = new ArrayList<>(tensors);
    sorted.sort(
        Comparator.comparing(
            t -> t.name().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
    Path whole = file.toAbsolutePath();
    Path folder = whole.getParent();
    if (folder == null) {
      throw new WeightsException("weights must go into a file, but %s is none".formatted(file));
    }
    Path part = whole.resolveSibling(whole.getFileName() + ".part");
    try {
      Checksum.checkFree(metadata);
      Header header = headerOf(sorted, metadata);
      Files.createDirectories(folder);
      try (FileChannel channel =
          FileChannel.open(
              part,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        writeTo(channel, header, sorted);
        channel.force(true);
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(part);
        throw e;
      }
      Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder);
    } catch (WeightsException e) {
      throw new WeightsException("cannot write %s: %s".formatted(file, e.getMessage()), e);
    } catch (IOException e) {
      throw new WeightsException(
          "cannot write %s: %s; see that the disk has room and the folder can be written"
              .formatted(file, e),
          e);
    }
  }

  private static Header headerOf(List<NamedTensor> sorted, Map<String, String> metadata) {
    List<Header.Entry> entries = new ArrayList<>();
    long begin = 0;
    String before = "";
    for (NamedTensor tensor : sorted) {
      if (tensor.name().equals(before)) {
        throw new WeightsException(
            "every tensor must have a name of its own, but two are called \"%s\""
                .formatted(tensor.name()));
      }
      before = tensor.name();
      long end = begin + (long) tensor.size() * Float.BYTES;
      entries.add(new Header.Entry(tensor.name(), ElementType.F32, tensor.rawShape(), begin, end));
      begin = end;
    }
    metadata.forEach((key, value) -> {
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(key + value)) {
        throw new WeightsException(
            "metadata must be whole Unicode characters, but half of a pair stands in %s"
                .formatted(Header.quoted(key)));
      }
    });
    return new Header(entries, new TreeMap<>(metadata));
  }

  private static void writeTo(FileChannel channel, Header header, List<NamedTensor> tensors)
      throws IOException {
    Checksum sum = new Checksum(header);
    header.metadata().put(Checksum.KEY, new Checksum(header).text()); // of the right length
    int length = padded(header).length;
    if (length > Header.LONGEST) {
      throw new WeightsException(
          "the header must be at most %,d bytes, but would be %,d; put less into the metadata"
              .formatted(Header.LONGEST, length));
    }
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(Long.BYTES + length);
    for (NamedTensor tensor : tensors) {
      float[] values = tensor.raw();
      for (int i = 0; i < values.length; ) {
        buffer.clear();
        for (; i < values.length && buffer.hasRemaining(); i++) {
          buffer.putFloat(values[i]);
        }
        buffer.flip();
        sum.update(buffer);
        writeAll(channel, buffer);
      }
    }
    header.metadata().put(Checksum.KEY, sum.text());
    channel.position(0);
    writeAll(channel, buffer.clear().putLong(length).flip());
    writeAll(channel, ByteBuffer.wrap(padded(header)));
  }

  private static byte[] padded(Header header) {
    byte[] json = header.json().getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(json, (json.length + 7) / 8 * 8);
    Arrays.fill(padded, json.length, padded.length, (byte) ' ');
    return padded;
  }

  private static void writeAll(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
  }

  private static void forceFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      return; // Windows opens no folders; there the rename itself is durable
    }
  }

  /// Reads a whole file, ours or another tool's.
  ///
  /// @throws WeightsException when it cannot be read, is no safetensors file, is cut off, damaged,
  ///   or holds what no `float` can say
  public static Safetensors read(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return read(channel);
    } catch (WeightsException e) {
      throw new WeightsException("cannot read %s: %s".formatted(file, e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new WeightsException("cannot read %s: there is no such file".formatted(file), e);
    } catch (IOException e) {
      throw new WeightsException("cannot read %s: %s".formatted(file, e), e);
    }
  }

  private static Safetensors read(FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < Long.BYTES) {
      throw new WeightsException(
          ("a safetensors file has at least 8 bytes, but this has %d; it is cut off or another "
                  + "kind of file")
              .formatted(size));
    }
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    fill(channel, buffer.limit(Long.BYTES));
    long length = buffer.getLong();
    if (length < 0 || length > Header.LONGEST) {
      throw new WeightsException(
          ("the header must be at most %,d bytes, but the first 8 bytes say %s; this is not a "
                  + "safetensors file")
              .formatted(Header.LONGEST, Long.toUnsignedString(length)));
    }
    if (length > size - Long.BYTES) {
      throw new WeightsException(
          ("the header must be in the file, but it is %,d bytes long and the file %,d; it is cut "
                  + "off or another kind of file")
              .formatted(length, size));
    }
    ByteBuffer json = ByteBuffer.allocate((int) length);
    fill(channel, json);
    Header written = Header.parse(json.array());
    written.checkRanges(size - Long.BYTES - length);
    Header header = Checksum.without(written);
    Checksum sum = new Checksum(header);
    List<NamedTensor> tensors = new ArrayList<>();
    for (Header.Entry entry : header.entries()) {
      tensors.add(tensor(channel, entry, buffer, sum));
    }
    String expected = written.metadata().get(Checksum.KEY);
    if (expected != null && !expected.equals(sum.text())) {
      throw new WeightsException(
          ("the sum over the file must be %s, but is %s; it was damaged or changed by another "
                  + "tool: take another copy, or remove the text \"%s\" if the change was meant")
              .formatted(expected, sum.text(), Checksum.KEY));
    }
    return new Safetensors(tensors, header.metadata());
  }

  private static NamedTensor tensor(
      FileChannel channel, Header.Entry entry, ByteBuffer buffer, Checksum sum) throws IOException {
    int width = entry.type().bytes();
    float[] values = new float[Math.toIntExact((entry.end() - entry.begin()) / width)];
    for (int i = 0; i < values.length; ) {
      int some = Math.min(values.length - i, BUFFER / width);
      fill(channel, buffer.clear().limit(some * width));
      sum.update(buffer);
      for (int end = i + some; i < end; i++) {
        try {
          values[i] = entry.type().next(buffer);
        } catch (ArithmeticException e) {
          throw new WeightsException(
              "every number must fit a 32-bit one, but value %d of tensor %s is %s"
                  .formatted(i, Header.quoted(entry.name()), e.getMessage()),
              e);
        }
      }
    }
    return NamedTensor.owning(entry.name(), entry.shape(), values);
  }

  /// Fills the buffer up to its limit and makes it ready to be read.
  private static void fill(FileChannel channel, ByteBuffer buffer) throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer) < 0) {
        throw new EOFException("the file became shorter while it was read");
      }
    }
    buffer.flip();
  }
}
