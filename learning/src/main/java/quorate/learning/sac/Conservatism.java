package quorate.learning.sac;

/// How much critics are held down where the memory shows nothing (A. Kumar, A. Zhou, G. Tucker and
/// S. Levine, "Conservative Q-learning for offline reinforcement learning", NeurIPS 2020, equation
/// 4 and appendix F): their loss gains κ·E[ln ∫ e^Q(s, a) da − Q(s, a)] of each.
///
/// The integral is estimated by importance sampling, from actions drawn evenly, by the actor at s
/// and by the actor at what was seen next.
///
/// @param weight κ, 0 for none
/// @param samples actions of each of the three kinds for each row
/// @param entropyInTargets whether the critics are to say what is earned and the entropy on the
///   way, as SAC's; or what is earned alone, as those of the paper's authors, which can be compared
///   with a return
public record Conservatism(double weight, int samples, boolean entropyInTargets) {
  public Conservatism {
    if (!(weight >= 0) || samples < 1) {
      throw new IllegalArgumentException(
          "conservatism must be at least 0 with at least 1 sample, but was %s with %d"
              .formatted(weight, samples));
    }
  }

  /// As SAC, which plays and finds out.
  public static Conservatism none() {
    return new Conservatism(0, 1, true);
  }
}
