package quorate.features.indicator.pattern;

import java.util.ArrayList;
import java.util.List;
import quorate.features.indicator.BarView;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The last candles of a pattern, each measured when it came.
///
/// Only what the pattern asks for is averaged, and measures of the same range and window share one
/// sum. A candle's measures stay what they were, so those of earlier candles cost nothing.
final class Candles implements Stateful {
  private final Candle[] ring;
  private final MeanRange[] means;
  private final int longestWindow;
  private int newest;

  /// @param count how many candles are kept, at least 1
  Candles(int count, List<CandleMeasure> measures, CandleSettings settings) {
    ring = new Candle[Integer.highestOneBit(2 * count - 1)]; // a power of 2 at or above the count
    for (int i = 0; i < ring.length; i++) {
      ring[i] = new Candle();
    }
    means = means(measures, settings);
    longestWindow = measures.stream().mapToInt(m -> settings.of(m).window()).max().orElse(0);
  }

  private static MeanRange[] means(List<CandleMeasure> measures, CandleSettings settings) {
    List<MeanRange> means = new ArrayList<>();
    for (CandleMeasure first : measures) {
      List<CandleMeasure> alike =
          measures.stream().filter(m -> share(settings.of(m), settings.of(first))).toList();
      if (alike.getFirst() == first) {
        means.add(
            new MeanRange(
                settings.of(first).range(),
                settings.of(first).window(),
                alike.stream().mapToInt(CandleMeasure::place).toArray(),
                alike.stream().mapToDouble(m -> settings.of(m).factor()).toArray()));
      }
    }
    return means.toArray(MeanRange[]::new);
  }

  private static boolean share(CandleSetting a, CandleSetting b) {
    return a.range() == b.range() && a.window() == b.window();
  }

  void update(BarView bar) {
    newest++;
    Candle candle = ago(0);
    candle.set(bar);
    for (MeanRange mean : means) {
      mean.update(candle);
    }
  }

  /// The candle of so many bars ago.
  ///
  /// @param bars 0 for the newest; less than the count
  Candle ago(int bars) {
    return ring[(newest - bars) & (ring.length - 1)];
  }

  /// The longest window of the pattern's measures, 0 without any.
  int longestWindow() {
    return longestWindow;
  }

  @Override
  public void state(StateCodec codec) {
    for (Candle candle : ring) {
      candle.state(codec);
    }
    for (MeanRange mean : means) {
      mean.state(codec);
    }
    newest = (int) codec.whole(newest);
  }
}
