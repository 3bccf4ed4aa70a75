package quorate.features.indicator.channel;

/// How fast a stop follows prices on one side of the market.
///
/// @param first share of the way at the first bar after a reversal, 0 or more
/// @param step what is added with each new extreme, 0 or more
/// @param most largest share, 0 or more; `first` and `step` are cut to it
public record Acceleration(double first, double step, double most) {
  public Acceleration {
    if (!(first >= 0 && step >= 0 && most >= 0)) {
      throw new IllegalArgumentException(
          "accelerations must be 0 or more, but were %s, %s and %s (feature \"parabolic_sar\")"
              .formatted(first, step, most));
    }
    first = Math.min(first, most);
    step = Math.min(step, most);
  }
}
