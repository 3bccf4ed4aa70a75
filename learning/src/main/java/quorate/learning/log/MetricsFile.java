package quorate.learning.log;

import java.io.IOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A run's numbers as lines of JSON, for scripts:
/// `{"step":2048,"name":"rollout/return","value":9.5}`, at full precision; what is not finite as
/// the text `"NaN"`, `"Infinity"` or `"-Infinity"`. The parameters are one line
/// `{"parameters":{…}}`.
///
/// Only ever appended to: a run that goes on after a stop goes on in the same file, and says again
/// the steps it repeats. What was noted stays in a buffer until it is full or [#flush] is called.
/// For one thread.
public final class MetricsFile implements RunLog {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Path file;
  private final Writer out;

  private MetricsFile(Path file, Writer out) {
    this.file = file;
    this.out = out;
  }

  /// Opens a file for appending, made with its folder when there is none. A line half written at
  /// its end is cut off.
  ///
  /// @throws LogException when it cannot be written
  public static MetricsFile append(Path file) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      channel.truncate(wholeLines(Files.readAllBytes(file)));
      channel.position(channel.size());
      return new MetricsFile(file, Channels.newWriter(channel, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new LogException("cannot write %s: %s".formatted(file, e), e);
    }
  }

  /// How many bytes the lines take that have an end.
  private static int wholeLines(byte[] bytes) {
    int length = bytes.length;
    while (length > 0 && bytes[length - 1] != '\n') {
      length--;
    }
    return length;
  }

  @Override
  public void scalar(String name, long step, double value) {
    String number = Double.isFinite(value) ? Double.toString(value) : "\"" + value + '"';
    line("{\"step\":%d,\"name\":%s,\"value\":%s}".formatted(step, text(name), number));
  }

  @Override
  public void parameters(Map<String, String> parameters) {
    line(JSON.writeValueAsString(Map.of("parameters", new TreeMap<>(parameters))));
  }

  private static String text(String text) {
    return JSON.writeValueAsString(text);
  }

  private void line(String line) {
    try {
      out.write(line + '\n');
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private LogException failed(IOException e) {
    return new LogException(
        "cannot write %s: %s; see that the disk has room and the folder can be written"
            .formatted(file, e),
        e);
  }

  /// The numbers in their order, without a line half written at the end.
  ///
  /// @throws LogException when the file cannot be read or a whole line in it is none of ours
  public static List<Scalar> read(Path file) {
    List<Scalar> scalars = new ArrayList<>();
    int number = 0;
    try {
      byte[] bytes = Files.readAllBytes(file);
      String whole = new String(bytes, 0, wholeLines(bytes), StandardCharsets.UTF_8);
      for (String line : whole.lines().toList()) {
        number++;
        JsonNode node = JSON.readTree(line);
        if (!node.has("parameters")) {
          scalars.add(scalar(node));
        }
      }
      return scalars;
    } catch (IOException e) {
      throw new LogException("cannot read %s: %s".formatted(file, e), e);
    } catch (JacksonException | NumberFormatException e) {
      throw new LogException(
          "every line must have step, name and value, but line %d of %s has not: %s"
              .formatted(number, file, e.getMessage()),
          e);
    }
  }

  private static Scalar scalar(JsonNode node) {
    JsonNode value = node.required("value");
    return new Scalar(
        node.required("name").stringValue(),
        node.required("step").longValue(),
        value.isString() ? Double.parseDouble(value.stringValue()) : value.doubleValue());
  }
}
