package quorate.features.indicator.volatility;

import quorate.features.indicator.BarView;

/// The rule of estimators that take logarithms of a bar's prices, which are those of `StrictMath`,
/// so that values are equal on every machine.
final class LogPrices {
  private LogPrices() {}

  /// @throws ArithmeticException when the low is not positive, and so has no logarithm
  static void check(BarView bar) {
    if (!(bar.low() > 0)) {
      throw new ArithmeticException(
          "low must be positive to have a logarithm, but was %s (bar that ends at %d)"
              .formatted(bar.low(), bar.endNs()));
    }
  }

  /// log (a / b)
  static double ratio(double a, double b) {
    return StrictMath.log(a / b);
  }

  /// The variance that Rogers and Satchell read from one bar.
  ///
  /// @param closing log (close / open)
  static double rogersSatchell(BarView bar, double closing) {
    double up = ratio(bar.high(), bar.open());
    double down = ratio(bar.low(), bar.open());
    return up * (up - closing) + down * (down - closing);
  }
}
