package quorate.lake.silver;

import java.util.LinkedHashMap;
import java.util.Map;
import quorate.domain.Instrument;
import quorate.lake.store.SilverPart;

/// What a silver file says about itself, so that it can be read without the lake: its scales, its
/// instrument and where it comes from.
final class SilverFooter {
  private SilverFooter() {}

  static Map<String, String> of(
      SilverPart part, Instrument instrument, Map<String, String> lineage) {
    Map<String, String> footer = new LinkedHashMap<>();
    footer.put("quorate.kind", part.kind());
    footer.put("quorate.symbol", part.symbol());
    if (!part.timeframe().isEmpty()) {
      footer.put("quorate.timeframe", part.timeframe());
    }
    footer.put("quorate.price_scale", String.valueOf(instrument.priceScale()));
    footer.put("quorate.quantity_scale", String.valueOf(instrument.quantityScale()));
    footer.put("quorate.tick_size", String.valueOf(instrument.tickSize()));
    footer.put("quorate.lot_size", String.valueOf(instrument.lotSize()));
    footer.put("quorate.multiplier", instrument.multiplier().toPlainString());
    footer.put("quorate.currency", instrument.currency().code());
    footer.put("quorate.instrument_kind", instrument.kind().name());
    footer.put("quorate.venue", instrument.venue());
    footer.put("quorate.calendar", instrument.calendar());
    lineage.forEach((name, value) -> footer.put("quorate." + name, value));
    return footer;
  }
}
