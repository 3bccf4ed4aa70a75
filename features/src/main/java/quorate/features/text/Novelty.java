package quorate.features.text;

import java.util.Optional;
import quorate.domain.TextFingerprint;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// Tells what was not said before: one minus the largest similarity of a text with those
/// remembered.
///
/// Similarity is that of [TextFingerprint], and below one half it counts as none: among 256 texts
/// of strangers chance alone finds one of 0.4. A text whose id has no fingerprint is known again by
/// its id alone. A ring of the last texts, a comparison of two pairs of numbers for each.
final class Novelty implements Stateful {
  private static final double CHANCE = 0.5;
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private final long[] highs;
  private final long[] lows;
  private final boolean[] printed;
  private int next;
  private int count;

  Novelty(int memory) {
    highs = new long[memory];
    lows = new long[memory];
    printed = new boolean[memory];
  }

  /// The novelty of a text, 0 to 1, which is remembered from now on.
  double of(String textId) {
    Optional<TextFingerprint> print = TextFingerprint.of(textId);
    long high = print.isPresent() ? print.get().high() : hash(textId);
    long low = print.isPresent() ? print.get().low() : 0;
    double largest = 0;
    for (int i = 0; i < count; i++) {
      if (printed[i] == print.isPresent()) {
        largest = Math.max(largest, similarity(i, high, low));
      }
    }
    highs[next] = high;
    lows[next] = low;
    printed[next] = print.isPresent();
    next = next + 1 == highs.length ? 0 : next + 1;
    count = Math.min(count + 1, highs.length);
    return largest < CHANCE ? 1 : 1 - largest;
  }

  private double similarity(int place, long high, long low) {
    return printed[place]
        ? TextFingerprint.similarity(highs[place], lows[place], high, low)
        : highs[place] == high ? 1 : 0;
  }

  private static long hash(String id) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * FNV_PRIME;
    }
    return hash;
  }

  @Override
  public void state(StateCodec codec) {
    next = (int) codec.whole(next);
    count = (int) codec.whole(count);
    for (int i = 0; i < highs.length; i++) {
      highs[i] = codec.whole(highs[i]);
      lows[i] = codec.whole(lows[i]);
      printed[i] = codec.flag(printed[i]);
    }
  }
}
