package quorate.market.text;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import quorate.domain.DatedText;
import quorate.domain.TextSource;
import quorate.market.source.UnreadableSourceException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the answer of StockTwits' symbol stream (`streams/symbol/…json`): one text for each symbol
/// that a message names, weighted by its author's followers as [RawTexts] says.
public final class StockTwitsMessages {
  private static final JsonMapper JSON = JsonMapper.shared();

  private StockTwitsMessages() {}

  /// The messages in the order in which they may be used.
  ///
  /// @throws UnreadableSourceException when the file is no such answer
  public static List<DatedText> read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableSourceException(
          "file must exist, but there is none at " + file + "; check its path");
    }
    List<DatedText> texts = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      JsonNode messages = JSON.readTree(in).path("messages");
      if (!messages.isArray()) {
        throw new UnreadableSourceException(
            file + ": an answer of StockTwits must have an array \"messages\", but has none");
      }
      int number = 0;
      for (JsonNode message : messages) {
        texts.addAll(texts(file, ++number, message));
      }
    } catch (IOException | JacksonException e) {
      throw new UnreadableSourceException(
          "%s: file must be whole JSON, but %s".formatted(file, e.getMessage()), e);
    }
    texts.sort(Comparator.comparingLong(DatedText::asOfNs));
    return List.copyOf(texts);
  }

  private static List<DatedText> texts(Path file, int number, JsonNode message) {
    List<DatedText> texts = new ArrayList<>();
    try {
      for (JsonNode symbol : message.path("symbols")) {
        texts.add(
            new DatedText(
                TextTime.asOfNs(message.path("created_at").asString(""), ZoneOffset.UTC),
                TextSource.STOCKTWITS,
                symbol.path("symbol").asString(""),
                RawTexts.influence(message.path("user").path("followers").asLong(0)),
                "stocktwits:" + message.path("id").asString(""),
                message.path("body").asString("")));
      }
    } catch (IllegalArgumentException e) {
      throw new UnreadableSourceException(
          "%s, message %d: %s".formatted(file, number, e.getMessage()), e);
    }
    return texts;
  }
}
