package quorate.language.lexicon;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.TextFingerprint;

/// Makes the fingerprints by which texts are compared: SimHash over words and pairs of words.
///
/// Symbols, marks and what [Tokens] leaves out do not count, so a post that is repeated with
/// another link has the fingerprint of the first. Each bit is a vote of all shingles, weighted
/// alike.
final class Fingerprints {
  private static final int HALF = 64;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final long SECOND_SEED = 0x9e3779b97f4a7c15L;

  private Fingerprints() {}

  static TextFingerprint of(List<String> tokens) {
    List<String> words = new ArrayList<>();
    for (String token : tokens) {
      if (!Tokens.isMark(token) && !Tokens.isSymbol(token)) {
        words.add(token);
      }
    }
    int[] votes = new int[2 * HALF];
    for (int i = 0; i < words.size(); i++) {
      vote(words.get(i), votes);
      if (i > 0) {
        vote(words.get(i - 1) + " " + words.get(i), votes);
      }
    }
    return new TextFingerprint(bits(votes, 0), bits(votes, HALF));
  }

  private static void vote(String shingle, int[] votes) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < shingle.length(); i++) {
      hash = (hash ^ shingle.charAt(i)) * FNV_PRIME;
    }
    long high = mixed(hash);
    long low = mixed(hash ^ SECOND_SEED);
    for (int bit = 0; bit < HALF; bit++) {
      votes[bit] += (high >>> bit & 1) == 0 ? -1 : 1;
      votes[HALF + bit] += (low >>> bit & 1) == 0 ? -1 : 1;
    }
  }

  /// The finaliser of SplitMix64 (Steele, Lea and Flood 2014): every bit depends on every other.
  private static long mixed(long hash) {
    long z = (hash ^ hash >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  private static long bits(int[] votes, int from) {
    long bits = 0;
    for (int bit = 0; bit < HALF; bit++) {
      bits |= votes[from + bit] > 0 ? 1L << bit : 0;
    }
    return bits;
  }
}
