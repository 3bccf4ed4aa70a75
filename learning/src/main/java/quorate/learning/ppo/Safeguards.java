package quorate.learning.ppo;

/// What keeps PPO's updates small and its numbers near 1, besides the objective's own clip.
///
/// @param clipFalls whether the objective's ε falls in a line to 0 at the end
/// @param klLimit an update stops once the policy has moved by 1.5 times this many nats; 0 for
///   never
/// @param normaliseAdvantages whether the advantages of a minibatch are brought to mean 0 and
///   deviation 1
/// @param normaliseObservations whether observations are brought to mean 0 and deviation 1 by their
///   running moments, which are then part of what is learned
/// @param normaliseRewards whether rewards are divided by the running deviation of discounted
///   returns while training
public record Safeguards(
    boolean clipFalls,
    double klLimit,
    boolean normaliseAdvantages,
    boolean normaliseObservations,
    boolean normaliseRewards) {

  public Safeguards {
    if (!(klLimit >= 0)) {
      throw new IllegalArgumentException("klLimit must be at least 0, but was " + klLimit);
    }
  }

  /// The defaults of Stable-Baselines3 2.9: advantages are normalised, and that is all.
  public static Safeguards stableBaselines3() {
    return new Safeguards(false, 0, true, false, false);
  }

  /// What the zoo's `normalize: true` adds to the defaults.
  static Safeguards normalised(boolean clipFalls) {
    return new Safeguards(clipFalls, 0, true, true, true);
  }
}
