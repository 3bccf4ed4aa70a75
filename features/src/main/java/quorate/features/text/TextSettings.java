package quorate.features.text;

import java.time.Duration;

/// How texts are put together.
///
/// @param halfLife after which a text counts half, positive; 4 hours: most of what a headline or a
///   post does to a price is over within the session
/// @param memory how many texts of a symbol novelty looks back over, 1 to 4,096; 256 hold a busy
///   stock's day
/// @param prior weight of the neutral text that is always there, 0 or more; 1 pulls a single
///   doubtful text towards 0, and lets old sentiment fade to 0 rather than stay
public record TextSettings(Duration halfLife, int memory, double prior) {
  private static final int LARGEST_MEMORY = 4_096;

  public TextSettings {
    if (halfLife.isNegative() || halfLife.isZero()) {
      throw new IllegalArgumentException(
          "half_life of texts must be positive, but was " + halfLife);
    }
    if (memory < 1 || memory > LARGEST_MEMORY) {
      throw new IllegalArgumentException(
          "memory of texts must be from 1 to %d, but was %d".formatted(LARGEST_MEMORY, memory));
    }
    if (!(prior >= 0 && prior < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "prior of texts must be 0 or more and finite, but was " + prior);
    }
  }

  /// 4 hours, 256 texts, prior 1.
  public static TextSettings defaults() {
    return new TextSettings(Duration.ofHours(4), 256, 1);
  }
}
