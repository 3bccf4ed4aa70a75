package quorate.market.source;

/// A file's own text as a message can quote it: short, and nothing that a terminal obeys.
final class Excerpt {
  private static final int LONGEST = 40;

  private Excerpt() {}

  /// At most forty characters; what cannot be printed is written as `\\u001B`.
  static String of(String text) {
    StringBuilder out = new StringBuilder();
    int shown = Math.min(text.length(), LONGEST);
    for (int i = 0; i < shown; i++) {
      char each = text.charAt(i);
      if (isPrintable(each)) {
        out.append(each);
      } else {
        out.append("\\u%04X".formatted((int) each));
      }
    }
    return text.length() > LONGEST ? out.append('…').toString() : out.toString();
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
