package quorate.domain.settings;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// What a person may have meant by a word that nobody knows.
final class NearestWord {
  private NearestWord() {}

  /// `; did you mean "x"?` for the known word nearest to `found`, or nothing when none is near.
  static String suggestion(String found, Iterable<String> known) {
    UnaryOperator<String> fold = word -> word.toLowerCase(Locale.ROOT).replaceAll("[-_. ]", "");
    String best = "";
    int bestDistance = Integer.MAX_VALUE;
    for (String word : known) {
      int distance = distance(fold.apply(found), fold.apply(word));
      if (distance < bestDistance) {
        bestDistance = distance;
        best = word;
      }
    }
    return bestDistance <= Math.max(2, found.length() / 3)
        ? "; did you mean \"" + best + "\"?"
        : "";
  }

  /// Letters to insert, remove or replace to get from one word to the other (Levenshtein 1965).
  private static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
