package quorate.market.source;

import java.util.List;
import java.util.stream.Collectors;

/// A file's own text as a message can quote it: short, and nothing that a terminal obeys.
final class Excerpt {
  private static final int LONGEST = 40;
  private static final int LONGEST_LINE = 200;
  private static final int MOST = 30;

  private Excerpt() {}

  /// At most forty characters; what cannot be printed is written as `\\u001B`.
  static String of(String text) {
    return of(text, LONGEST);
  }

  /// At most two hundred characters of a text that is no use when it is cut short, such as a path
  /// or a parser's own message.
  static String ofLine(String text) {
    return of(text, LONGEST_LINE);
  }

  /// At most thirty texts, each as [#of] shows it, and how many more there are.
  static String ofAll(List<String> texts) {
    String shown =
        texts.stream().limit(MOST).map(Excerpt::of).collect(Collectors.joining(", ", "[", ""));
    int left = texts.size() - MOST;
    return left > 0 ? "%s and %d more]".formatted(shown, left) : shown + "]";
  }

  private static String of(String text, int longest) {
    StringBuilder out = new StringBuilder();
    int shown = Math.min(text.length(), longest);
    for (int i = 0; i < shown; i++) {
      char each = text.charAt(i);
      if (isPrintable(each)) {
        out.append(each);
      } else {
        out.append("\\u%04X".formatted((int) each));
      }
    }
    return text.length() > longest ? out.append('…').toString() : out.toString();
  }

  private static boolean isPrintable(char each) {
    return switch (Character.getType(each)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> each != '\uFFFD';
    };
  }
}
