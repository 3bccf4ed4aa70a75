package quorate.language.lexicon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import quorate.language.lexicon.Term.Role;

/// One reading of one text: which terms stand where, and what each of them contributes.
///
/// Why not a sum of good and bad words: in news of companies the words are mostly neutral and the
/// news is in how they are put together. "Loss", "fell" and "costs" are bad words of any list, yet
/// "the loss fell" and "costs fell" are good news. So words of direction look for the thing that
/// moves, and only then is it good or bad; Malo, Sinha, Korhonen, Wallenius and Takala, *Good debt
/// or bad debt: detecting semantic orientations in economic texts* (2014) found the same.
final class Reading {
  private static final int NEGATION_REACH = 3;
  private static final int INTENSITY_REACH = 2;
  private static final int AFTER_REACH = 6;
  private static final int PAUSE_COST = 3;

  /// Words at which another clause begins; they part more than a comma does.
  private static final Set<String> JOINTS =
      Set.of(
          "as",
          "after",
          "amid",
          "despite",
          "while",
          "but",
          "although",
          "though",
          "because",
          "when");

  private static final int JOINT_PAUSES = 2;

  /// What a direction says where nothing is named that moves.
  private static final double NOTHING_NAMED = 0.5;

  /// What remains, turned, of a loss that something is compared with.
  private static final double COMPARED = -0.5;

  private final List<String> tokens;
  private final List<Found> found = new ArrayList<>();
  private double sum;
  private double total;

  Reading(Lexicon lexicon, List<String> tokens) {
    this.tokens = tokens;
    int start = 0;
    for (int i = 0; i <= tokens.size(); i++) {
      if (i == tokens.size() || tokens.get(i).equals(Tokens.STOP)) {
        sentence(lexicon, start, i);
        start = i + 1;
      }
    }
  }

  /// Σ of all contributions.
  double sum() {
    return sum;
  }

  /// Σ of their sizes.
  double total() {
    return total;
  }

  private void sentence(Lexicon lexicon, int from, int to) {
    found.clear();
    find(lexicon, from, to);
    boolean moved = bind(false);
    moved |= bind(true);
    boolean compared = false;
    for (Found each : found) {
      compared |= each.is(Role.CONTRAST);
      each.compared = compared;
    }
    if (!moved) {
      compareAmounts(to);
    }
    for (Found each : found) {
      if (!each.spent) {
        alone(each);
      }
    }
  }

  private void find(Lexicon lexicon, int from, int to) {
    int at = from;
    while (at < to) {
      int words = Math.min(lexicon.longest(), to - at);
      List<Term> terms = List.of();
      while (words > 0) {
        terms = lexicon.find(String.join(" ", tokens.subList(at, at + words)), words);
        if (!terms.isEmpty()) {
          break;
        }
        words--;
      }
      if (!terms.isEmpty()) {
        found.add(new Found(at, at + words, terms));
      } else if (Tokens.isSymbol(tokens.get(at))) {
        found.add(new Found(at, at + 1, List.of(new Term(Role.GOOD, 0, 1))));
      }
      at += Math.max(words, 1);
    }
  }

  /// Gives every direction the thing that it moves.
  ///
  /// @param things whether those directions are meant that are things too, such as `growth`
  private boolean bind(boolean things) {
    boolean any = false;
    for (Found each : found) {
      double direction = each.direction();
      if (direction == 0 || each.isThing() != things || each.spent) {
        continue;
      }
      Found thing = nearestThing(each);
      if (thing != null) {
        contribute(each, direction * (thing.is(Role.GOOD) ? 1 : -1));
        each.spent = true;
        thing.spent = true;
        any = true;
      }
    }
    return any;
  }

  /// Before it at any distance in the sentence, after it within a few words; the nearest, a pause
  /// counting as some words.
  private @Nullable Found nearestThing(Found direction) {
    Found nearest = null;
    int least = Integer.MAX_VALUE;
    for (Found each : found) {
      if (each == direction || !each.isThing()) {
        continue;
      }
      boolean before = each.to <= direction.from;
      int gap = before ? direction.from - each.to : each.from - direction.to;
      int distance =
          gap
              + PAUSE_COST
                  * pauses(before ? each.to : direction.to, before ? direction.from : each.from);
      if ((before || distance <= AFTER_REACH) && distance < least) {
        least = distance;
        nearest = each;
      }
    }
    return nearest;
  }

  private int pauses(int from, int to) {
    int pauses = 0;
    for (int i = from; i < to; i++) {
      String token = tokens.get(i);
      pauses += Tokens.isMark(token) ? 1 : JOINTS.contains(token) ? JOINT_PAUSES : 0;
    }
    return pauses;
  }

  /// What a term says that moves nothing and is not moved.
  private void alone(Found each) {
    Term polar = each.term(Role.POLAR);
    if (polar != null) {
      contribute(each, polar.weight());
      return;
    }
    double direction = each.direction();
    if (direction != 0) {
      contribute(each, NOTHING_NAMED * direction);
      return;
    }
    Term bad = each.term(Role.BAD);
    Term thing = bad == null ? each.term(Role.GOOD) : bad;
    if (thing != null) {
      contribute(each, thing.weight() * (each.compared ? COMPARED : 1));
    }
  }

  /// "Profit was EUR 5.5 mn, compared with EUR 4.9 mn": the first amount against the second.
  private void compareAmounts(int to) {
    Found thing = null;
    for (Found each : found) {
      if (each.isThing() && !each.compared) {
        thing = each;
      } else if (each.is(Role.CONTRAST) && thing != null) {
        double now = Amounts.last(tokens, thing.to, each.from);
        double before = Amounts.first(tokens, each.to, to);
        if (now != before && !Double.isNaN(now) && !Double.isNaN(before)) {
          contribute(thing, Math.signum(now - before) * (thing.is(Role.GOOD) ? 1 : -1));
          thing.spent = true;
        }
        return;
      }
    }
  }

  private void contribute(Found each, double weight) {
    double contribution = weight * modifiers(each);
    sum += contribution;
    total += Math.abs(contribution);
  }

  private double modifiers(Found each) {
    double factor = 1;
    for (Found other : found) {
      boolean before = other.to <= each.from;
      int from = before ? other.to : each.to;
      int to = before ? each.from : other.from;
      if (other == each || to < from || pauses(from, to) > 0) {
        continue;
      }
      Term negation = other.term(Role.NEGATION);
      if (negation != null && before && to - from < NEGATION_REACH) {
        factor *= negation.weight();
      }
      Term intensity = other.term(Role.INTENSITY);
      if (intensity != null && to - from < (before ? INTENSITY_REACH : 1)) {
        factor *= intensity.weight();
      }
    }
    return factor;
  }

  /// The lexicon's first topic of those that most of the tokens speak of; empty when none is.
  static String topic(Lexicon lexicon, List<String> tokens) {
    String best = "";
    int most = 0;
    for (Map.Entry<String, Lexicon> topic : lexicon.topics().entrySet()) {
      int hits = 0;
      for (int i = 0; i < tokens.size(); i++) {
        int longest = Math.min(topic.getValue().longest(), tokens.size() - i);
        for (int words = longest; words > 0; words--) {
          String text = String.join(" ", tokens.subList(i, i + words));
          if (!topic.getValue().find(text, words).isEmpty()) {
            hits++;
            break;
          }
        }
      }
      if (hits > most) {
        most = hits;
        best = topic.getKey();
      }
    }
    return best;
  }

  /// A term at its place in the sentence.
  private static final class Found {
    final int from;
    final int to;
    final List<Term> terms;
    boolean spent;
    boolean compared;

    Found(int from, int to, List<Term> terms) {
      this.from = from;
      this.to = to;
      this.terms = terms;
    }

    @Nullable Term term(Role role) {
      for (Term term : terms) {
        if (term.role() == role) {
          return term;
        }
      }
      return null;
    }

    boolean is(Role role) {
      return term(role) != null;
    }

    boolean isThing() {
      return is(Role.GOOD) || is(Role.BAD);
    }

    /// How strongly it says up (+) or down (−); 0 when it says neither.
    double direction() {
      Term rise = term(Role.RISE);
      Term fall = term(Role.FALL);
      return (rise == null ? 0 : rise.weight()) - (fall == null ? 0 : fall.weight());
    }
  }
}
