package quorate.features.catalogue;

import java.util.List;

/// How long the market's cycle is, and where in it we are: Ehlers' Hilbert family.
final class CycleEntries {
  private CycleEntries() {}

  static List<IndicatorEntry> all() {
    return List.of();
  }
}
