package quorate.language.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text as a list of small pieces: words in lower case, numbers, symbols such as `$aapl`, and the
/// marks at which a clause or a sentence ends.
///
/// `don't` is `do` and `n't`; hyphens part words; `EUR131m` is `eur`, `131`, `m`; links, names of
/// users and the `rt` of a repeated post are left out. Tokens that somebody else made, with a space
/// around every mark as in `$ aapl`, give the same pieces.
final class Tokens {
  /// Ends a sentence.
  static final String STOP = ".";

  /// Ends a clause.
  static final String PAUSE = ",";

  private static final Pattern PIECE =
      Pattern.compile(
          "(?<left>https?://\\S+|(?<!\\S)['’]s\\b|\\bAT_USER\\b|\\bURL\\b|@\\w+|^rt\\b)"
              + "|(?<symbol>\\$ ?[a-z]{1,5}(?:\\.[a-z])?(?![a-z0-9]))"
              + "|(?<number>\\d+(?:[.,]\\d+)*)"
              + "|(?<negated>[a-z]+(?=n['’]?t\\b)n['’]t\\b)"
              + "|(?<word>[\\p{L}&]+(?:['’]s\\b)?)"
              + "|(?<stop>[.!?\\n]+)"
              + "|(?<pause>[,;:()]|--| - )",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private Tokens() {}

  static List<String> of(String text) {
    List<String> tokens = new ArrayList<>();
    Matcher piece = PIECE.matcher(text);
    while (piece.find()) {
      if (piece.group("left") != null) {
        continue;
      }
      String found = piece.group().toLowerCase(Locale.ROOT).replace('’', '\'');
      if (piece.group("symbol") != null) {
        tokens.add(found.replace(" ", ""));
      } else if (piece.group("number") != null) {
        tokens.add(found.replace(",", ""));
      } else if (piece.group("negated") != null) {
        tokens.add(found.substring(0, found.length() - 3));
        tokens.add("n't");
      } else if (piece.group("word") != null) {
        tokens.add(found.endsWith("'s") ? found.substring(0, found.length() - 2) : found);
      } else {
        tokens.add(piece.group("stop") != null ? STOP : PAUSE);
      }
    }
    return tokens;
  }

  static boolean isSymbol(String token) {
    return token.charAt(0) == '$';
  }

  static boolean isNumber(String token) {
    return Character.isDigit(token.charAt(0));
  }

  static boolean isMark(String token) {
    return token.equals(STOP) || token.equals(PAUSE);
  }
}
