package quorate.domain;

import java.util.List;

/// How the columns of a view become numbers that a network likes: none far from zero, all of about
/// the same size.
public sealed interface Scaling {
  /// Columns as they are, each in its own unit.
  Scaling NATURAL = new Natural();

  /// Columns as they are.
  record Natural() implements Scaling {
    @Override
    public String toString() {
      return "natural";
    }
  }

  /// Columns as they are, cut off where they leave −limit…limit.
  ///
  /// @param limit above 0
  record Clipped(double limit) implements Scaling {
    public Clipped {
      checkLimit(limit);
    }
  }

  /// Columns standardised by numbers that were fitted once and are kept with a model: (x − mean) /
  /// deviation, 0 where the deviation is 0, cut off at the limit.
  ///
  /// @param means one for each column, finite
  /// @param deviations one for each column, 0 or more
  /// @param limit above 0
  record Frozen(List<Double> means, List<Double> deviations, double limit) implements Scaling {
    public Frozen {
      means = List.copyOf(means);
      deviations = List.copyOf(deviations);
      checkLimit(limit);
      if (means.size() != deviations.size()) {
        throw new IllegalArgumentException(
            "a scaling must have as many deviations as means, %d, but had %d"
                .formatted(means.size(), deviations.size()));
      }
      for (int i = 0; i < means.size(); i++) {
        if (!Double.isFinite(means.get(i))) {
          throw new IllegalArgumentException(
              "mean of a scaling must be finite, but was %s (column %d)"
                  .formatted(means.get(i), i));
        }
        if (!(deviations.get(i) >= 0 && deviations.get(i) < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              "deviation of a scaling must be 0 or more and finite, but was %s (column %d)"
                  .formatted(deviations.get(i), i));
        }
      }
    }
  }

  /// Columns standardised by the exponentially weighted mean and deviation of the rows before, for
  /// use without a model: 0 while fewer than two rows were seen or where they did not differ, cut
  /// off at the limit.
  ///
  /// @param halfLife after how many rows one counts half, above 0
  /// @param limit above 0
  record Running(double halfLife, double limit) implements Scaling {
    public Running {
      checkLimit(limit);
      if (!(halfLife > 0 && halfLife < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "half-life of a scaling must be above 0 rows and finite, but was " + halfLife);
      }
    }
  }

  private static void checkLimit(double limit) {
    if (!(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "limit of a scaling must be above 0 and finite, but was " + limit);
    }
  }
}
