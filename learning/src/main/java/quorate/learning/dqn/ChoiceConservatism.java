package quorate.learning.dqn;

/// How much values of choices are held down where the memory shows nothing (A. Kumar, A. Zhou, G.
/// Tucker and S. Levine, "Conservative Q-learning for offline reinforcement learning", NeurIPS
/// 2020, equation 4): the loss gains κ·E[τ·ln Σₐ e^(Q(s, a)/τ) − Q(s, a)].
///
/// The temperature decides whose values are held down. Where it is far above the differences
/// between choices, all choices count alike, and a choice that was made more often than one in so
/// many *gains*: along a course that keeps to such choices, up to κ·(1 − 1/(choices·β)) a step, and
/// what is learned lies above what the course earns. Where it is far below them, only the best
/// choice counts, which loses κ·(1/β(a|s) − 1) with β how often it was made: never above the truth,
/// as the paper's theorem 3.2 wants.
///
/// @param weight κ, 0 for none
/// @param temperature τ, in units of Q, above 0; the paper has 1
/// @param squared whether errors count ½e² as the paper has it, instead of Huber's loss, which
///   follows the median where many steps go well and a few end
public record ChoiceConservatism(double weight, double temperature, boolean squared) {
  public ChoiceConservatism {
    if (!(weight >= 0) || !(temperature > 0)) {
      throw new IllegalArgumentException(
          "conservatism must be at least 0 at a temperature above 0, but was %s at %s"
              .formatted(weight, temperature));
    }
  }

  /// As DQN, which plays and finds out.
  public static ChoiceConservatism none() {
    return new ChoiceConservatism(0, 1, false);
  }
}
