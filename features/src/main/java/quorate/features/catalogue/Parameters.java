package quorate.features.catalogue;

import quorate.features.indicator.Windows;
import quorate.features.indicator.average.AverageKind;

/// The parameters that many indicators share.
final class Parameters {
  private Parameters() {}

  static Parameter window(double defaultValue, int least) {
    return bars("window", defaultValue, least);
  }

  static Parameter bars(String name, double defaultValue, int least) {
    return new Parameter(name, "bar", defaultValue, least, Windows.MAX, true);
  }

  /// The kind of a moving average, SMA by default.
  static Parameter kind() {
    return kind("kind");
  }

  /// @param name of the parameter, where there are several kinds
  static Parameter kind(String name) {
    return kind(name, 0);
  }

  /// @param usual the default's place among the kinds
  static Parameter kind(String name, int usual) {
    return new Parameter(name, "", usual, 0, AverageKind.values().length - 1, true);
  }
}
