package quorate.learning.policy;

/// What a policy draws continuous actions from.
public enum ContinuousLaw {
  /// Normal numbers, whose deviations do not depend on what is seen
  /// ([quorate.learning.distribution.DiagonalGaussian]).
  NORMAL,
  /// Normal numbers, whose noise is a function of what is seen
  /// ([quorate.learning.distribution.StateDependentNoise]).
  STATE_DEPENDENT_NOISE,
  /// Beta numbers, which never leave the actions' space
  /// ([quorate.learning.distribution.BetaDistribution]).
  BETA
}
