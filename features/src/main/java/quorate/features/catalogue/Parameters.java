package quorate.features.catalogue;

import quorate.features.indicator.Windows;

/// The parameters that many indicators share.
final class Parameters {
  private Parameters() {}

  static Parameter window(double defaultValue, int least) {
    return bars("window", defaultValue, least);
  }

  static Parameter bars(String name, double defaultValue, int least) {
    return new Parameter(name, "bar", defaultValue, least, Windows.MAX, true);
  }
}
