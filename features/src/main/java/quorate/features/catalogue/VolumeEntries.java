package quorate.features.catalogue;

import java.util.List;
import quorate.features.indicator.volume.Vwap;

/// What volume says about prices.
final class VolumeEntries {
  private VolumeEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "vwap",
            "Volume-weighted average price of the session",
            List.of("high", "low", "close", "volume", "session start"),
            List.of(),
            List.of("value"),
            "1",
            "Σ t·v / Σ v since the session's first bar, t = (h + l + c) / 3; t without volume",
            "Berkowitz, Logue and Noser 1988",
            arguments -> new Vwap()));
  }
}
