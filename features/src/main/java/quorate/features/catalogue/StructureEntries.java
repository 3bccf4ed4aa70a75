package quorate.features.catalogue;

import java.util.List;

/// The six of `es-futures`.
final class StructureEntries {
  private StructureEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(ProfileEntries.lowVolumeNode());
  }
}
