package quorate.features.covariance;

/// The exponentially weighted covariance: a day that is k days old weighs decayᵏ.
///
/// Σ wₜ (xₜ − c)(xₜ − c)ᵀ / Σ wₜ, where the [Centre] c is a choice on which programs differ. Runs
/// an [ExponentialCovarianceStream] over the days, so that batch and stream are the same to the
/// bit; days · n²/2 multiply-adds.
///
/// @param decay 0 to below 1 (above 0); the weight of yesterday by that of today
/// @param centre what the deviations are taken from
public record ExponentialCovariance(double decay, Centre centre) implements CovarianceEstimator {
  public ExponentialCovariance {
    if (!(decay > 0 && decay < 1)) {
      throw new IllegalArgumentException("decay must be above 0 and below 1, but was " + decay);
    }
  }

  /// What deviations are taken from.
  public enum Centre {
    /// The plain mean of all days so far, as in PyPortfolioOpt `exp_cov`.
    MEAN,
    /// The mean with the same weights, as in pandas `ewm(...).cov(bias=True)`.
    WEIGHTED_MEAN,
    /// Nothing, as in RiskMetrics: daily means are small and ill known.
    ZERO
  }

  /// A span of 180 days round the plain mean, PyPortfolioOpt's default.
  public static ExponentialCovariance defaults() {
    return ofSpan(180, Centre.MEAN);
  }

  /// Decay 1 − 2 / (span + 1): as heavy-tailed as an average of so many days.
  ///
  /// @param span above 1
  public static ExponentialCovariance ofSpan(double span, Centre centre) {
    if (!(span > 1)) {
      throw new IllegalArgumentException("span must be above 1 day, but was " + span);
    }
    return new ExponentialCovariance(1 - 2 / (span + 1), centre);
  }

  /// Decay ½^(1 / days).
  ///
  /// @param days after which a weight has halved, positive
  public static ExponentialCovariance ofHalfLife(double days, Centre centre) {
    if (!(days > 0)) {
      throw new IllegalArgumentException("half-life must be positive, but was " + days);
    }
    return new ExponentialCovariance(StrictMath.pow(0.5, 1 / days), centre);
  }

  @Override
  public Covariance estimate(Returns returns) {
    ExponentialCovarianceStream stream =
        new ExponentialCovarianceStream(this, returns.assets(), returns.periodsPerYear());
    for (int day = 0; day < returns.days(); day++) {
      stream.update(returns.row(day));
    }
    return stream.covariance();
  }
}
