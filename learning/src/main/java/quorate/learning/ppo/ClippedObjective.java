package quorate.learning.ppo;

import quorate.learning.optimiser.Schedule;

/// What the clipped objective weighs, and how far one step goes down it.
///
/// @param rate learning rate, never below 0 and somewhere above it
/// @param rateFalls whether a rate that is one number falls from there in a line to 0 at the end
/// @param discount γ, 0…1
/// @param lambda λ of the generalised advantages, 0…1
/// @param clip ε, how far a probability may leave the old one: from 1 − ε to 1 + ε of it
/// @param entropyWeight what a nat of entropy is worth in the loss
/// @param valueWeight what the critic's error is worth in the loss
/// @param maxGradientNorm the gradients' norm is clipped to it
public record ClippedObjective(
    Schedule rate,
    boolean rateFalls,
    double discount,
    double lambda,
    double clip,
    double entropyWeight,
    double valueWeight,
    double maxGradientNorm) {

  public ClippedObjective {
    check(rate.isRate(), "rate must be above 0, and never below", rate);
    check(
        !rateFalls || rate instanceof Schedule.Constant,
        "rate must be one number where rateFalls is true",
        rate);
    check(discount >= 0 && discount <= 1, "discount must be from 0 to 1", discount);
    check(lambda >= 0 && lambda <= 1, "lambda must be from 0 to 1", lambda);
    check(clip > 0, "clip must be above 0", clip);
    check(entropyWeight >= 0, "entropyWeight must be at least 0", entropyWeight);
    check(valueWeight >= 0, "valueWeight must be at least 0", valueWeight);
    check(maxGradientNorm > 0, "maxGradientNorm must be above 0", maxGradientNorm);
  }

  /// @param rate at the start, or always
  public ClippedObjective(
      double rate,
      boolean rateFalls,
      double discount,
      double lambda,
      double clip,
      double entropyWeight,
      double valueWeight,
      double maxGradientNorm) {
    this(
        Schedule.constant(rate),
        rateFalls,
        discount,
        lambda,
        clip,
        entropyWeight,
        valueWeight,
        maxGradientNorm);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("a clipped objective's " + rule + ", but was " + found);
    }
  }

  /// The defaults of Stable-Baselines3 2.9, which those of sb3-contrib share.
  public static ClippedObjective stableBaselines3() {
    return new ClippedObjective(3e-4, false, 0.99, 0.95, 0.2, 0, 0.5, 0.5);
  }

  /// The learning rate over the steps.
  public Schedule rates() {
    return rateFalls ? Schedule.linear(rate.at(0), 0) : rate;
  }
}
