package quorate.research.performance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// The benchmark that needs no council: the starting capital, put in equal parts into every
/// instrument at its first close and never touched again, without costs and without leverage.
public final class BuyAndHold {
  private BuyAndHold() {}

  /// The worth of the holder at every bar of any instrument.
  ///
  /// A part stays in cash until its instrument's first bar.
  ///
  /// @param histories at least one, each with at least one bar, first closes positive
  /// @param capital money to start with, positive
  public static EquityCurve of(List<PriceHistory> histories, double capital) {
    for (PriceHistory history : histories) {
      if (history.size() == 0 || history.close(0) <= 0) {
        throw new IllegalArgumentException(
            "benchmark needs a positive first close, but there was none (instrument \"%s\")"
                .formatted(history.symbol()));
      }
    }
    long[] times =
        histories.stream()
            .flatMapToLong(
                history -> LongStream.range(0, history.size()).map(bar -> history.endNs((int) bar)))
            .sorted()
            .distinct()
            .toArray();
    double part = capital / histories.size();
    int[] next = new int[histories.size()];
    double[] worth = new double[histories.size()];
    Arrays.fill(worth, part);
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    for (long timeNs : times) {
      double sum = 0;
      double invested = 0;
      for (int i = 0; i < worth.length; i++) {
        PriceHistory history = histories.get(i);
        while (next[i] < history.size() && history.endNs(next[i]) <= timeNs) {
          worth[i] = part * history.close(next[i]) / history.close(0);
          next[i]++;
        }
        sum += worth[i];
        invested += next[i] > 0 ? Math.abs(worth[i]) : 0;
      }
      recorder.mark(timeNs, sum, invested);
    }
    return recorder.curve();
  }
}
