package quorate.language.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import quorate.language.lexicon.Term.Role;

/// Words and groups of words with what they say. Immutable and safe to share.
///
/// The one that ships is `finance.lexicon` beside this class; [HarvardTable] reads another. A term
/// may have several roles (`gain` is good news and a rise), one entry in each.
public final class Lexicon {
  private static final String BUILT_IN = "finance.lexicon";
  private static final int SHORTEST_STEM = 2;

  private final Map<String, List<Term>> whole;
  private final Map<String, List<Term>> stems;
  private final Map<String, Lexicon> topics;
  private final int longest;

  private Lexicon(
      Map<String, List<Term>> whole, Map<String, List<Term>> stems, Map<String, Lexicon> topics) {
    this.whole = whole;
    this.stems = stems;
    this.topics = topics;
    longest = whole.values().stream().mapToInt(terms -> terms.getFirst().words()).max().orElse(1);
  }

  /// The lexicon of finance that ships with Quorate.
  public static Lexicon builtIn() {
    return BuiltIn.LEXICON;
  }

  /// Reads a lexicon in the form that the head of `finance.lexicon` describes.
  ///
  /// @param origin name of the file, for messages
  /// @throws IllegalArgumentException when a line is wrong, with its number
  public static Lexicon read(String origin, Reader in) throws IOException {
    return LexiconFile.read(origin, new BufferedReader(in));
  }

  /// How many terms it has, those of its topics not counted.
  public int size() {
    return count(whole) + count(stems);
  }

  private static int count(Map<String, List<Term>> terms) {
    return terms.values().stream().mapToInt(List::size).sum();
  }

  /// The most tokens that a term has.
  int longest() {
    return longest;
  }

  /// The topics that texts can be about, in the order of the file.
  Map<String, Lexicon> topics() {
    return topics;
  }

  /// What these tokens are, in all their roles: a word as it is written before one that begins so.
  ///
  /// @param text the tokens, with a space between
  List<Term> find(String text, int words) {
    List<Term> found = whole.getOrDefault(text, List.of());
    if (words > 1) {
      return found;
    }
    List<Term> byStem = stem(text);
    if (found.isEmpty() || byStem.isEmpty()) {
      return found.isEmpty() ? byStem : found;
    }
    List<Term> both = new ArrayList<>(found);
    for (Term term : byStem) {
      if (found.stream().noneMatch(each -> each.role() == term.role())) {
        both.add(term);
      }
    }
    return both;
  }

  private List<Term> stem(String word) {
    for (int length = word.length(); length >= SHORTEST_STEM; length--) {
      List<Term> found = stems.get(word.substring(0, length));
      if (found != null) {
        return found;
      }
    }
    return List.of();
  }

  /// Collects terms; the last of two equal ones is an error of the caller's file.
  static final class Builder {
    private final Map<String, List<Term>> whole = new HashMap<>();
    private final Map<String, List<Term>> stems = new HashMap<>();
    private final Map<String, Builder> topics = new LinkedHashMap<>();

    /// @param text a word, several, or the beginning of one with `*`
    /// @return whether it was new in this role
    boolean add(Role role, String text, double weight) {
      boolean stem = text.endsWith("*");
      String key = stem ? text.substring(0, text.length() - 1) : text;
      List<Term> terms = (stem ? stems : whole).computeIfAbsent(key, each -> new ArrayList<>());
      if (terms.stream().anyMatch(each -> each.role() == role)) {
        return false;
      }
      return terms.add(new Term(role, weight, key.split(" ", -1).length));
    }

    Builder topic(String name) {
      return topics.computeIfAbsent(name, each -> new Builder());
    }

    Lexicon build() {
      Map<String, Lexicon> built = new LinkedHashMap<>();
      topics.forEach((name, topic) -> built.put(name, topic.build()));
      return new Lexicon(Map.copyOf(whole), Map.copyOf(stems), built);
    }
  }

  /// Read once, when first asked for.
  private static final class BuiltIn {
    static final Lexicon LEXICON = read();

    private static Lexicon read() {
      try (InputStream in = Lexicon.class.getResourceAsStream(BUILT_IN)) {
        if (in == null) {
          throw new IllegalStateException("lexicon must be on the class path: " + BUILT_IN);
        }
        return Lexicon.read(BUILT_IN, new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException("lexicon cannot be read: " + BUILT_IN, e);
      }
    }
  }
}
