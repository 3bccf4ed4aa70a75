package quorate.features.catalogue;

import static quorate.features.catalogue.IndicatorEntry.SERIES;
import static quorate.features.catalogue.Parameters.window;

import java.util.List;
import quorate.features.indicator.price.AverageDeviation;
import quorate.features.indicator.price.HeikenAshi;
import quorate.features.indicator.price.WeightedPrice;

/// Prices made of a bar's four.
final class PriceEntries {
  private PriceEntries() {}

  static List<IndicatorEntry> all() {
    return List.of(
        new IndicatorEntry(
            "average_price",
            "Average price",
            List.of("open", "high", "low", "close"),
            List.of(),
            List.of("value"),
            "1",
            "(open + high + low + close) / 4",
            "TA-Lib AVGPRICE",
            arguments -> WeightedPrice.average()),
        new IndicatorEntry(
            "median_price",
            "Median price",
            List.of("high", "low"),
            List.of(),
            List.of("value"),
            "1",
            "(high + low) / 2, as the field `median`",
            "TA-Lib MEDPRICE",
            arguments -> WeightedPrice.median()),
        new IndicatorEntry(
            "typical_price",
            "Typical price",
            List.of("high", "low", "close"),
            List.of(),
            List.of("value"),
            "1",
            "(high + low + close) / 3, as the field `typical`",
            "TA-Lib TYPPRICE",
            arguments -> WeightedPrice.typical()),
        new IndicatorEntry(
            "weighted_close",
            "Weighted close",
            List.of("high", "low", "close"),
            List.of(),
            List.of("value"),
            "1",
            "(high + low + 2 · close) / 4",
            "TA-Lib WCLPRICE",
            arguments -> WeightedPrice.close()),
        new IndicatorEntry(
            "average_deviation",
            "Mean absolute deviation",
            List.of(SERIES),
            List.of(window(14, 2)),
            List.of("value"),
            "window",
            "Σ |x − mean| / n over the last n values",
            "TA-Lib AVGDEV",
            arguments -> new AverageDeviation((int) arguments[0])),
        new IndicatorEntry(
            "heiken_ashi",
            "Heiken Ashi",
            List.of("open", "high", "low", "close"),
            List.of(),
            List.of("open", "high", "low", "close"),
            "1",
            "close = (O + H + L + C) / 4; open = (open + close of the one before) / 2, first (O + C) /"
                + " 2; high, low = outermost of H, L, open and close",
            "Valcu 2004; TA-Lib HA",
            arguments -> new HeikenAshi()));
  }
}
