package quorate.features.drift;

import java.util.Arrays;

/// One feature as training saw it, to compare later values with.
///
/// Immutable; costs 8 bytes a value, sorting once, and log n a comparison.
public final class Reference {
  private final String feature;
  private final double[] sorted;
  private final double[] edges;
  private final double[] shares;

  private Reference(String feature, double[] sorted, double[] edges) {
    this.feature = feature;
    this.sorted = sorted;
    this.edges = edges;
    this.shares = sharesOf(sorted, edges);
  }

  /// @param feature its name
  /// @param values as training saw them, in any order, finite
  /// @param bins of the population stability index: as many quantiles as the values allow, so that
  ///   each bin of a continuous feature holds the same share; equal quantiles fall together
  /// @throws IllegalArgumentException when there are fewer values than bins or one is not finite
  public static Reference of(String feature, double[] values, int bins) {
    if (bins < 2) {
      throw new IllegalArgumentException(
          "bins must be at least 2, but were %d (feature \"%s\")".formatted(bins, feature));
    }
    if (values.length < bins) {
      throw new IllegalArgumentException(
          "a reference of %d bins must have at least as many values, but had %d (feature \"%s\")"
              .formatted(bins, values.length, feature));
    }
    double[] sorted = sorted(feature, values);
    return new Reference(feature, sorted, edges(sorted, bins));
  }

  /// @throws IllegalArgumentException when one is not finite
  static double[] sorted(String feature, double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    for (double value : new double[] {sorted[0], sorted[sorted.length - 1]}) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException(
            "values must be finite, but one was %s (feature \"%s\")".formatted(value, feature));
      }
    }
    return sorted;
  }

  /// Upper bounds, inclusive, of all bins but the last, which is open.
  private static double[] edges(double[] sorted, int bins) {
    double[] edges = new double[bins - 1];
    int count = 0;
    for (int i = 1; i < bins; i++) {
      double edge = sorted[(int) ((long) sorted.length * i / bins) - 1];
      boolean later = count == 0 || edge > edges[count - 1];
      if (later && edge < sorted[sorted.length - 1]) {
        edges[count++] = edge;
      }
    }
    return Arrays.copyOf(edges, count);
  }

  /// The share of the values in each bin.
  static double[] sharesOf(double[] sorted, double[] edges) {
    double[] shares = new double[edges.length + 1];
    int before = 0;
    for (int bin = 0; bin < edges.length; bin++) {
      int upTo = countUpTo(sorted, edges[bin]);
      shares[bin] = (double) (upTo - before) / sorted.length;
      before = upTo;
    }
    shares[edges.length] = (double) (sorted.length - before) / sorted.length;
    return shares;
  }

  /// How many sorted values are at most `bound`.
  static int countUpTo(double[] sorted, double bound) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] <= bound) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// How far newer values have moved from these.
  ///
  /// @param values seen now, in any order, finite, at least one
  /// @throws IllegalArgumentException when there is none or one is not finite
  public Drift compare(double[] values) {
    if (values.length == 0) {
      throw new IllegalArgumentException(
          "drift needs at least one new value, but there was none (feature \"%s\")"
              .formatted(feature));
    }
    double[] now = sorted(feature, values);
    double distance = KolmogorovSmirnov.distance(sorted, now);
    return new Drift(
        feature,
        sorted.length,
        now.length,
        PopulationStability.index(shares, sharesOf(now, edges), sorted.length, now.length),
        distance,
        KolmogorovSmirnov.chance(distance, sorted.length, now.length));
  }

  public String feature() {
    return feature;
  }

  /// How many values training saw.
  public int count() {
    return sorted.length;
  }

  /// How many bins there are, fewer than asked for where values repeat.
  public int bins() {
    return shares.length;
  }
}
