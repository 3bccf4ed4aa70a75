package quorate.features.indicator.volatility;

/// How variances a bar become volatilities a year.
final class Annual {
  private Annual() {}

  /// @param periodsPerYear bars in a year, 1 for a figure a bar
  /// @throws IllegalArgumentException when it is not positive
  static double check(double periodsPerYear, String indicator) {
    if (!(periodsPerYear > 0)) {
      throw new IllegalArgumentException(
          "periods per year must be positive, but was %s (feature \"%s\")"
              .formatted(periodsPerYear, indicator));
    }
    return periodsPerYear;
  }
}
