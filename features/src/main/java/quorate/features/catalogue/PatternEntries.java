package quorate.features.catalogue;

import java.util.List;

/// The 61 candlestick patterns.
final class PatternEntries {
  private PatternEntries() {}

  static List<IndicatorEntry> all() {
    return List.of();
  }
}
