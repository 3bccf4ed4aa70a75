package quorate.language.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import quorate.language.lexicon.Term.Role;

/// Reads lexicons: sections `[polar]`, lines `weight: term, term`, comments with `#`.
final class LexiconFile {
  private static final Pattern SECTION = Pattern.compile("\\[([a-z]+)(?: ([a-z]+))?]");
  private static final Pattern LINE = Pattern.compile("(-?\\d+(?:\\.\\d+)?): (.+)");
  private static final Pattern TERM = Pattern.compile("[\\p{L}\\d&' ]+\\*?");
  private static final double LARGEST = 10;

  private LexiconFile() {}

  static Lexicon read(String origin, BufferedReader in) throws IOException {
    Lexicon.Builder lexicon = new Lexicon.Builder();
    Lexicon.Builder section = lexicon;
    @Nullable Role role = null;
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      String where = "%s, line %d: ".formatted(origin, number);
      Matcher head = SECTION.matcher(text);
      if (head.matches()) {
        boolean topic = head.group(1).equals("topic") && head.group(2) != null;
        role = topic ? Role.POLAR : role(where, head.group(1));
        section = topic ? lexicon.topic(head.group(2)) : lexicon;
        continue;
      }
      if (role == null) {
        throw new IllegalArgumentException(
            where + "a section such as [polar] must come first, but there was \"" + text + "\"");
      }
      terms(where, text, section, role);
    }
    return lexicon.build();
  }

  private static Role role(String where, String name) {
    for (Role role : Role.values()) {
      if (role.name().toLowerCase(Locale.ROOT).equals(name)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        where
            + "a section must be polar, rise, fall, good, bad, negation, intensity, contrast or topic with a name, but was \""
            + name
            + "\"");
  }

  private static void terms(String where, String text, Lexicon.Builder section, Role role) {
    Matcher line = LINE.matcher(text);
    if (!line.matches() || Math.abs(Double.parseDouble(line.group(1))) > LARGEST) {
      throw new IllegalArgumentException(
          where
              + "a line must be \"weight: term, term\" with a weight from -10 to 10, but was \""
              + text
              + "\"");
    }
    for (String each : line.group(2).split(",", -1)) {
      String term = each.strip();
      if (!TERM.matcher(term).matches()) {
        throw new IllegalArgumentException(
            where
                + "a term must be words, or the beginning of one with *, but was \""
                + term
                + "\"");
      }
      if (!section.add(role, term, Double.parseDouble(line.group(1)))) {
        throw new IllegalArgumentException(
            where + "a term must be there once in a section, but \"" + term + "\" is there again");
      }
    }
  }
}
