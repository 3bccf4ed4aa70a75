package quorate.market.text;

import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import quorate.domain.TextSignal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// Writes signals as the JSON lines that [TextSignalReader] reads, numbers to the last digit. For
/// one thread.
public final class TextSignalWriter implements Closeable {
  private final Path file;
  private final Writer out;
  private final JsonFactory factory = JsonFactory.builder().build();
  private long newestNs = Long.MIN_VALUE;

  private TextSignalWriter(Path file, Writer out) {
    this.file = file;
    this.out = out;
  }

  /// Begins a file, in place of one that is there.
  ///
  /// @throws IOException when it cannot be written
  public static TextSignalWriter create(Path file) throws IOException {
    return new TextSignalWriter(file, Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }

  /// Adds a signal.
  ///
  /// @throws IllegalArgumentException when it is dated before the last one
  /// @throws IOException when it cannot be written
  public void write(TextSignal signal) throws IOException {
    if (signal.asOfNs() < newestNs) {
      throw new IllegalArgumentException(
          "signals must be written in the order of asOf, but %s came after %s (text \"%s\", %s)"
              .formatted(
                  UtcNanoseconds.instant(signal.asOfNs()),
                  UtcNanoseconds.instant(newestNs),
                  signal.textId(),
                  file));
    }
    newestNs = signal.asOfNs();
    StringWriter line = new StringWriter();
    try (JsonGenerator json = factory.createGenerator(ObjectWriteContext.empty(), line)) {
      json.writeStartObject();
      json.writeStringProperty("asOf", UtcNanoseconds.instant(signal.asOfNs()).toString());
      json.writeStringProperty("source", signal.source().text());
      json.writeStringProperty("symbol", signal.symbol());
      json.writeNumberProperty("sentiment", signal.sentiment());
      json.writeNumberProperty("confidence", signal.confidence());
      json.writeNumberProperty("relevance", signal.relevance());
      json.writeStringProperty("topic", signal.topic());
      json.writeNumberProperty("influence", signal.influence());
      json.writeStringProperty("textId", signal.textId());
      json.writeEndObject();
    }
    out.append(line.toString()).append('\n');
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
