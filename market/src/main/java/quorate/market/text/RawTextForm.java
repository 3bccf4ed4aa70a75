package quorate.market.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import quorate.domain.TextSource;

/// What a file of texts does not say about itself.
///
/// @param source where its texts came from
/// @param zone of times and days written without one
/// @param charset of the file
public record RawTextForm(TextSource source, ZoneId zone, Charset charset) {
  /// Posts of X: UTF-8, times in UTC.
  public static RawTextForm posts() {
    return new RawTextForm(TextSource.X, ZoneOffset.UTC, StandardCharsets.UTF_8);
  }

  /// Headlines as agencies' pages give them: Windows-1252, days of New York.
  public static RawTextForm headlines() {
    return new RawTextForm(
        TextSource.NEWS, ZoneId.of("America/New_York"), Charset.forName("windows-1252"));
  }
}
