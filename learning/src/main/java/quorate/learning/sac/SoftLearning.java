package quorate.learning.sac;

import java.util.List;

/// How a soft actor and its critics are taught, by steps that were just played or by recorded ones.
///
/// @param rate learning rate of actor, critics and entropy's weight
/// @param discount γ, 0…1
/// @param targetPart τ, how far the target critics follow at each update, 0…1
/// @param entropyWeight α, what a nat of entropy is worth to the actor at first
/// @param entropyLearned whether α moves so that the entropy comes to −(numbers in an action)
/// @param hidden sizes of the hidden layers of all networks, followed by ReLU
public record SoftLearning(
    double rate,
    double discount,
    double targetPart,
    double entropyWeight,
    boolean entropyLearned,
    List<Integer> hidden) {
  public SoftLearning {
    hidden = List.copyOf(hidden);
    check(rate > 0, "rate must be above 0", rate);
    check(discount >= 0 && discount <= 1, "discount must be from 0 to 1", discount);
    check(
        targetPart > 0 && targetPart <= 1, "targetPart must be above 0 and at most 1", targetPart);
    check(entropyWeight > 0, "entropyWeight must be above 0", entropyWeight);
    check(!hidden.isEmpty(), "hidden must have at least 1 layer", hidden);
  }

  private static void check(boolean holds, String rule, Object found) {
    if (!holds) {
      throw new IllegalArgumentException("soft learning's " + rule + ", but was " + found);
    }
  }

  /// The same with other hidden layers.
  public SoftLearning withHidden(List<Integer> other) {
    return new SoftLearning(rate, discount, targetPart, entropyWeight, entropyLearned, other);
  }
}
