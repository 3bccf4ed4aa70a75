package quorate.domain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Where a text came from.
public enum TextSource {
  /// Headlines and articles of news agencies and papers.
  NEWS,
  /// Messages of StockTwits.
  STOCKTWITS,
  /// Posts of X, once Twitter.
  X,
  /// What a company files with its authority.
  FILING,
  /// What authorities say about the economy, such as a central bank's statement.
  MACRO;

  /// As it is written in files: `news`, `stocktwits`, `x`, `filing`, `macro`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Reads [#text].
  ///
  /// @throws IllegalArgumentException when there is none of that name; the message lists those
  ///   there are
  public static TextSource of(String text) {
    for (TextSource source : values()) {
      if (source.text().equals(text)) {
        return source;
      }
    }
    List<String> known = Arrays.stream(values()).map(TextSource::text).toList();
    throw new IllegalArgumentException(
        "source must be one of %s, but was \"%s\"".formatted(String.join(", ", known), text));
  }
}
