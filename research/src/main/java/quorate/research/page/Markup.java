package quorate.research.page;

import java.util.ArrayDeque;
import java.util.Deque;

/// Builds a page element by element: always well-formed as HTML and as XML, all text and attribute
/// values escaped. Not for use by two threads.
public final class Markup {
  private final StringBuilder out = new StringBuilder(1 << 16);
  private final Deque<String> open = new ArrayDeque<>();

  /// Opens an element.
  ///
  /// @param attributes names and values in turn
  public Markup open(String tag, String... attributes) {
    start(tag, attributes);
    out.append('>');
    open.push(tag);
    return this;
  }

  /// Closes the innermost open element.
  ///
  /// @throws IllegalStateException when none is open
  public Markup close() {
    if (open.isEmpty()) {
      throw new IllegalStateException("an element must be open to be closed, but none is");
    }
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /// An element with nothing but text inside.
  public Markup element(String tag, String text, String... attributes) {
    return open(tag, attributes).text(text).close();
  }

  /// An element that never has content, such as `meta` or `line`.
  public Markup empty(String tag, String... attributes) {
    start(tag, attributes);
    out.append("/>");
    return this;
  }

  public Markup text(String text) {
    escape(text, out);
    return this;
  }

  /// A line break between elements, to keep the page readable.
  public Markup line() {
    out.append('\n');
    return this;
  }

  /// A script or style sheet of ours; must not hold `]]>` or a closing tag.
  ///
  /// @throws IllegalArgumentException when it could end its element early
  public Markup code(String tag, String code, String... attributes) {
    if (code.contains("]]>") || code.contains("</")) {
      throw new IllegalArgumentException("code must not contain \"]]>\" or \"</\"");
    }
    open(tag, attributes);
    out.append("/*<![CDATA[*/\n").append(code).append("\n/*]]>*/");
    return close();
  }

  /// Numbers for a script, as JSON.
  ///
  /// @param json may hold any text: what could end the element is written as an escape
  public Markup data(String id, String json) {
    open("script", "type", "application/json", "id", id);
    out.append(json.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
    return close();
  }

  /// The finished page.
  ///
  /// @throws IllegalStateException when an element was left open
  public String page() {
    if (!open.isEmpty()) {
      throw new IllegalStateException(
          "every element must be closed, but <" + open.peek() + "> is not");
    }
    return "<!DOCTYPE html>\n" + out + "\n";
  }

  private void start(String tag, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException(
          "attributes must be names and values in turn, but were %d (element <%s>)"
              .formatted(attributes.length, tag));
    }
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      escape(attributes[i + 1], out);
      out.append('"');
    }
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\t', '\n', '\r' -> out.append(' ');
        default -> out.append(isAllowed(text, i) ? c : '\uFFFD');
      }
    }
  }

  /// XML allows no control characters and no half of a surrogate pair.
  private static boolean isAllowed(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= 0x20 && c < 0xFFFE;
  }
}
