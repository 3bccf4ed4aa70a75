package quorate.features.series;

import java.util.Arrays;
import java.util.List;

/// What TA-Lib says of one candlestick pattern, at one setting, over all bars of a series.
///
/// @param pattern our name of it
/// @param setting `usual`, `other` or `rotated`, as `fixtures/candles` has them
/// @param first the first bar that TA-Lib has a value for
/// @param values one a bar, 0 before the first
public record CandleFixture(String pattern, String setting, int first, List<Integer> values) {
  /// All patterns at all settings.
  ///
  /// @param series of the synthetic or the real ones
  /// @param bars how many the series has
  public static List<CandleFixture> read(String series, int bars) {
    return TaLibFixture.resource("/candles/" + series + ".csv.gz").stream()
        .skip(1)
        .map(line -> parse(line.split(";", -1), bars))
        .toList();
  }

  private static CandleFixture parse(String[] cells, int bars) {
    int[] values = new int[bars];
    int bar = 0;
    for (String firing : cells[3].split(" ", -1)) {
      if (!firing.isEmpty()) {
        int colon = firing.indexOf(':');
        bar += Integer.parseInt(firing.substring(0, colon));
        values[bar] = Integer.parseInt(firing.substring(colon + 1));
      }
    }
    return new CandleFixture(
        cells[0], cells[1], Integer.parseInt(cells[2]), Arrays.stream(values).boxed().toList());
  }

  /// How often the pattern was seen.
  public long firings() {
    return values.stream().filter(value -> value != 0).count();
  }
}
