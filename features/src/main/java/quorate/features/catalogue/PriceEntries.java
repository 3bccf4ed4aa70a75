package quorate.features.catalogue;

import java.util.List;

/// Prices made of a bar's four.
final class PriceEntries {
  private PriceEntries() {}

  static List<IndicatorEntry> all() {
    return List.of();
  }
}
