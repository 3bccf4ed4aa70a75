package quorate.market.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import quorate.domain.settings.Settings;

/// How the lines of a delimited file are written.
///
/// @param delimiter between two fields; an ASCII character
/// @param header what the first line is
/// @param charset of the text; one in which ASCII characters are single bytes
/// @param quote around fields that may hold a delimiter, 0 for none
/// @param decimal point or comma of the numbers
/// @param missing texts that mean an absent value, the empty text always
record TextForm(
    char delimiter,
    Header header,
    Charset charset,
    char quote,
    char decimal,
    List<String> missing) {
  /// What the first line of a file is.
  enum Header {
    /// The names of the columns.
    NAMES,
    /// A line to pass over: its names are wrong or of no use, columns are given by index.
    SKIP,
    /// Data already.
    NONE
  }

  private static final Set<Charset> KNOWN =
      Set.of(
          StandardCharsets.UTF_8,
          StandardCharsets.US_ASCII,
          StandardCharsets.ISO_8859_1,
          Charset.forName("windows-1252"));

  TextForm {
    missing = List.copyOf(missing);
  }

  static TextForm read(Settings section, Header headerWithout) {
    return new TextForm(
        section.parsed("delimiter", ',', TextForm::delimiter),
        section.choice("header", Header.class, headerWithout),
        section.parsed("encoding", StandardCharsets.UTF_8, TextForm::charset),
        section.parsed("quote", '"', TextForm::quote),
        section.parsed("decimal", '.', TextForm::decimal),
        section.texts("missing"));
  }

  private static char delimiter(String text) {
    return switch (text) {
      case "tab" -> '\t';
      case "space" -> ' ';
      case "comma" -> ',';
      case "semicolon" -> ';';
      default -> single(text, "one character, or comma, semicolon, tab or space");
    };
  }

  private static char quote(String text) {
    return text.equals("none") ? 0 : single(text, "one character or none");
  }

  private static char decimal(String text) {
    char point = single(text, "a point or a comma");
    if (point != '.' && point != ',') {
      throw new IllegalArgumentException("must be a point or a comma, but was \"" + text + "\"");
    }
    return point;
  }

  private static char single(String text, String rule) {
    if (text.length() != 1 || text.charAt(0) > 127) {
      throw new IllegalArgumentException("must be %s, but was \"%s\"".formatted(rule, text));
    }
    return text.charAt(0);
  }

  private static Charset charset(String text) {
    Charset found = Charset.forName(text);
    if (!KNOWN.contains(found)) {
      throw new IllegalArgumentException(
          "must be UTF-8, US-ASCII, ISO-8859-1 or windows-1252, but was \"%s\"; convert the file"
              .formatted(text));
    }
    return found;
  }
}
