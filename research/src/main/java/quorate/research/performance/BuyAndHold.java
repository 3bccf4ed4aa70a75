package quorate.research.performance;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/// The benchmark that needs no council: the starting capital, put in equal parts into every
/// instrument at its first close and never touched again, without costs and without leverage. What
/// is paid in a foreign currency is bought and valued at the rate of each moment.
public final class BuyAndHold {
  private BuyAndHold() {}

  /// The worth of the holder at every bar of any instrument.
  ///
  /// A part stays in cash until its instrument's first bar with a rate into the base currency.
  ///
  /// @param histories at least one, each with at least one such bar, its close positive
  /// @param capital money to start with, positive
  public static EquityCurve of(List<PriceHistory> histories, double capital) {
    double[] entry = new double[histories.size()];
    for (int i = 0; i < entry.length; i++) {
      entry[i] = entry(histories.get(i));
      if (!(entry[i] > 0)) {
        throw new IllegalArgumentException(
            "benchmark needs a positive first close, but there was none (instrument \"%s\")"
                .formatted(histories.get(i).symbol()));
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
    boolean[] bought = new boolean[histories.size()];
    double[] worth = new double[histories.size()];
    Arrays.fill(worth, part);
    EquityCurve.Recorder recorder = EquityCurve.recorder();
    for (long timeNs : times) {
      double sum = 0;
      double invested = 0;
      for (int i = 0; i < worth.length; i++) {
        PriceHistory history = histories.get(i);
        while (next[i] < history.size() && history.endNs(next[i]) <= timeNs) {
          double close = history.closeInBase(next[i]);
          if (!Double.isNaN(close)) {
            worth[i] = part * close / entry[i];
            bought[i] = true;
          }
          next[i]++;
        }
        sum += worth[i];
        invested += bought[i] ? Math.abs(worth[i]) : 0;
      }
      recorder.mark(timeNs, sum, invested);
    }
    return recorder.curve();
  }

  /// Whether every instrument has a positive price to be bought at.
  ///
  /// @param histories of the run
  public static boolean isPossible(List<PriceHistory> histories) {
    return histories.stream().allMatch(history -> entry(history) > 0);
  }

  /// The first close that has a rate, in the base currency; NaN when there is none.
  private static double entry(PriceHistory history) {
    for (int bar = 0; bar < history.size(); bar++) {
      if (!Double.isNaN(history.closeInBase(bar))) {
        return history.closeInBase(bar);
      }
    }
    return Double.NaN;
  }
}
