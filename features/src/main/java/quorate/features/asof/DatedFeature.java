package quorate.features.asof;

/// One number as it was known at the time that its owner was last moved to with `asOf`: what a
/// column of an observation asks, without knowing where the number comes from.
public interface DatedFeature {
  /// Only meaningful when [#ready].
  double value();

  /// Whether there is a value; once so it stays so.
  boolean ready();
}
