package quorate.app.terminal;

import java.util.ArrayList;
import java.util.List;

/// Counts and sizes as a person reads them.
public final class Words {
  private static final long KIB = 1L << 10;
  private static final long MIB = 1L << 20;
  private static final long GIB = 1L << 30;

  private Words() {}

  /// Such as `1 tick` and `2 ticks`.
  public static String counted(long number, String thing) {
    return "%,d %s%s".formatted(number, thing, number == 1 ? "" : "s");
  }

  /// A text in lines of at most so many characters, broken at spaces; a longer word keeps its line.
  public static List<String> wrapped(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }

  /// Such as `512 MiB` and `23.4 GiB`.
  public static String bytes(long bytes) {
    if (bytes >= GIB) {
      return "%.1f GiB".formatted((double) bytes / GIB);
    }
    return bytes >= MIB ? bytes / MIB + " MiB" : (bytes + KIB - 1) / KIB + " KiB";
  }
}
