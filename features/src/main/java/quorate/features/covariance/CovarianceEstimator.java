package quorate.features.covariance;

/// A way from returns to their covariance. A pure function: no state, no chance, safe for many
/// threads.
public sealed interface CovarianceEstimator
    permits SampleCovariance, ExponentialCovariance, LedoitWolf, OracleApproximating {

  /// @return the covariance per period of `returns`; positive semidefinite up to rounding
  /// @throws IllegalArgumentException when the method is not defined for these returns, with the
  ///   asset and the reason
  Covariance estimate(Returns returns);
}
