package quorate.features.indicator.structure;

import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The Nadaraya–Watson mean of the last L numbers under the rational quadratic kernel, seen from
/// the newest: Σ w(i)·y[t−i] / Σ w(i) with w(i) = (1 + i²/(2αh²))^(−α), i = 0 … L − 1. Causal: no
/// number after the newest has a part in it.
///
/// The mean is summed as the newest number plus weighted differences from it, and its rise as
/// weighted changes, not as the difference of two means: equal numbers then have exactly themselves
/// as mean and exactly no rise, whatever the weights round to, and a small distance or rise keeps
/// its digits. An update costs 2·L multiplications.
///
/// Source: E. A. Nadaraya, "On estimating regression" (1964); G. S. Watson, "Smooth regression
/// analysis" (1964); kernel: C. E. Rasmussen and C. K. I. Williams, *Gaussian Processes for Machine
/// Learning* (2006), equation 4.19.
final class KernelMean implements Stateful {
  private final double[] weights;

  /// The last L + 1 numbers, each at two places, so that they always lie in one piece.
  private final double[] twice;

  private int place;
  private int count;
  private double newest;
  private double distance;
  private double rise;

  /// @param bandwidth h, in numbers; positive
  /// @param alpha weight of far against near scales; positive
  /// @param window L, at least 1
  KernelMean(double bandwidth, double alpha, int window) {
    weights = new double[window];
    twice = new double[2 * (window + 1)];
    double total = 0;
    for (int i = 0; i < window; i++) {
      double squared = (double) i * i;
      weights[i] = StrictMath.pow(1 + squared / (2 * alpha * bandwidth * bandwidth), -alpha);
      total += weights[i];
    }
    for (int i = 0; i < window; i++) {
      weights[i] /= total;
    }
  }

  void update(double value) {
    int span = weights.length + 1;
    place = place + 1 == span ? 0 : place + 1;
    twice[place] = value;
    twice[place + span] = value;
    if (count < span) {
      count++;
    }
    double below = 0;
    double change = 0;
    int end = place + span;
    for (int i = 0; i < weights.length; i++) {
      double past = twice[end - i];
      below = Math.fma(weights[i], value - past, below);
      change = Math.fma(weights[i], past - twice[end - i - 1], change);
    }
    newest = value;
    distance = below;
    rise = change;
  }

  /// The mean; only meaningful once L numbers were seen.
  double value() {
    return newest - distance;
  }

  /// The newest number less the mean; as meaningful as [#value].
  double distance() {
    return distance;
  }

  /// The mean less the mean one number ago; only meaningful when [#ready].
  double rise() {
    return rise;
  }

  /// Whether L + 1 numbers were seen.
  boolean ready() {
    return count == weights.length + 1;
  }

  @Override
  public void state(StateCodec codec) {
    codec.reals(twice);
    place = (int) codec.whole(place);
    count = (int) codec.whole(count);
    newest = codec.real(newest);
    distance = codec.real(distance);
    rise = codec.real(rise);
  }
}
