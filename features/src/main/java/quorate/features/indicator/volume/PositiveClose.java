package quorate.features.indicator.volume;

import quorate.features.indicator.BarView;

/// The rule of indicators that follow relative changes of the close.
final class PositiveClose {
  private PositiveClose() {}

  /// @throws ArithmeticException when the close is not positive
  static double of(BarView bar) {
    double close = bar.close();
    if (!(close > 0)) {
      throw new ArithmeticException(
          "close must be positive to have a relative change, but was %s (bar that ends at %d)"
              .formatted(close, bar.endNs()));
    }
    return close;
  }
}
