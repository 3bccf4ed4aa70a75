package quorate.market.text;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import quorate.domain.TextSignal;
import quorate.domain.TextSource;
import quorate.domain.settings.Settings;
import quorate.market.rows.Lines;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Signals from a file of JSON lines, one object a line, in the order of `asOf`; the file may be
/// packed with gzip.
///
/// `{"asOf":"2020-07-18T04:00:00Z","source":"news","symbol":"AAPL","sentiment":0.4,"confidence":0.5,
/// "relevance":1,"topic":"earnings","influence":1,"textId":"17"}`. `asOf` is an instant in UTC;
/// `relevance` and `influence` are 1 and `topic` is empty when absent; unknown keys are refused.
/// The file is streamed. For one thread.
public final class TextSignalReader implements Iterator<TextSignal>, Closeable {
  static final List<String> KEYS =
      List.of(
          "asOf",
          "source",
          "symbol",
          "sentiment",
          "confidence",
          "relevance",
          "topic",
          "influence",
          "textId");

  private final Lines lines;
  private final JsonFactory factory = JsonFactory.builder().build();
  private @Nullable TextSignal ahead;
  private long newestNs = Long.MIN_VALUE;

  private TextSignalReader(Lines lines) {
    this.lines = lines;
  }

  /// @throws quorate.market.source.UnreadableSourceException when there is no such file
  public static TextSignalReader open(Path file) {
    return new TextSignalReader(Lines.open(file, StandardCharsets.UTF_8));
  }

  @Override
  public boolean hasNext() {
    if (ahead == null) {
      String line = lines.next();
      if (line != null) {
        ahead = signal(line);
      }
    }
    return ahead != null;
  }

  /// @throws quorate.market.source.UnreadableSourceException when a line is no signal, or goes back
  ///   in time; with file and line
  @Override
  public TextSignal next() {
    if (!hasNext() || ahead == null) {
      throw new NoSuchElementException("there is no further signal in " + lines.file());
    }
    TextSignal next = ahead;
    ahead = null;
    return next;
  }

  private TextSignal signal(String line) {
    Map<String, String> values = values(line);
    TextSignal signal;
    try {
      signal =
          new TextSignal(
              instantNs(text(values, "asOf")),
              TextSource.of(text(values, "source")),
              text(values, "symbol"),
              number(values, "sentiment", text(values, "sentiment")),
              number(values, "confidence", text(values, "confidence")),
              number(values, "relevance", values.getOrDefault("relevance", "1")),
              values.getOrDefault("topic", ""),
              number(values, "influence", values.getOrDefault("influence", "1")),
              text(values, "textId"));
    } catch (IllegalArgumentException e) {
      throw lines.wrong(String.valueOf(e.getMessage()), e);
    }
    if (signal.asOfNs() < newestNs) {
      throw lines.wrong(
          "signals must be in the order of asOf, but %s came after a later one (text \"%s\"); sort the file"
              .formatted(values.get("asOf"), signal.textId()));
    }
    newestNs = signal.asOfNs();
    return signal;
  }

  private Map<String, String> values(String line) {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser json = factory.createParser(ObjectReadContext.empty(), line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw lines.wrong("a line must be a JSON object, but begins with " + json.currentToken());
      }
      while (json.nextToken() == JsonToken.PROPERTY_NAME) {
        String key = json.currentName();
        if (!KEYS.contains(key)) {
          throw lines.wrong("unknown key \"%s\"%s".formatted(key, Settings.nearest(key, KEYS)));
        }
        JsonToken value = json.nextToken();
        if (value == null || value.isStructStart() || value == JsonToken.VALUE_NULL) {
          throw lines.wrong("\"%s\" must be a text or a number, but is %s".formatted(key, value));
        }
        if (values.put(key, json.getString()) != null) {
          throw lines.wrong("\"%s\" must be there once, but is there twice".formatted(key));
        }
      }
      if (json.nextToken() != null) {
        throw lines.wrong("a line must hold one JSON object, but holds more");
      }
    } catch (JacksonException e) {
      throw lines.wrong(
          "a line must be a whole JSON object, but %s".formatted(e.getOriginalMessage()), e);
    }
    return values;
  }

  private static String text(Map<String, String> values, String key) {
    String found = values.get(key);
    if (found == null) {
      throw new IllegalArgumentException(
          "key \"%s\" must be there, but the keys are %s".formatted(key, values.keySet()));
    }
    return found;
  }

  private static double number(Map<String, String> values, String key, String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s must be a number, but was \"%s\" (text \"%s\")"
              .formatted(key, text, values.get("textId")),
          e);
    }
  }

  private static long instantNs(String text) {
    try {
      return UtcNanoseconds.of(Instant.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "asOf must be an instant in UTC such as 2020-07-18T04:00:00Z, but was \"%s\""
              .formatted(text),
          e);
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
