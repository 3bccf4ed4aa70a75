package quorate.features.catalogue;

import java.util.List;

/// Sums, extremes and functions of any series.
final class MathematicsEntries {
  private MathematicsEntries() {}

  static List<IndicatorEntry> all() {
    return List.of();
  }
}
