package quorate.features.catalogue;

import java.util.List;
import java.util.Locale;

/// What an indicator is about; the catalogue's chapters in order.
public enum IndicatorGroup {
  AVERAGES("Moving averages and overlays"),
  CHANNELS("Bands, channels and stops"),
  PRICES("Price transforms"),
  MOMENTUM("Momentum"),
  VOLUME("Volume"),
  VOLATILITY("Volatility"),
  CYCLES("Cycles"),
  STATISTICS("Statistics"),
  MATHEMATICS("Mathematics"),
  PATTERNS("Candlestick patterns"),
  STRUCTURE("Market structure: the six of es-futures");

  private final String title;

  IndicatorGroup(String title) {
    this.title = title;
  }

  /// As a person calls it.
  public String title() {
    return title;
  }

  /// As files and programs call it.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What is in it; made anew at each call.
  public List<IndicatorEntry> entries() {
    return switch (this) {
      case AVERAGES -> AverageEntries.all();
      case CHANNELS -> ChannelEntries.all();
      case PRICES -> PriceEntries.all();
      case MOMENTUM -> MomentumEntries.all();
      case VOLUME -> VolumeEntries.all();
      case VOLATILITY -> VolatilityEntries.all();
      case CYCLES -> CycleEntries.all();
      case STATISTICS -> StatisticsEntries.all();
      case MATHEMATICS -> MathematicsEntries.all();
      case PATTERNS -> PatternEntries.all();
      case STRUCTURE -> StructureEntries.all();
    };
  }
}
