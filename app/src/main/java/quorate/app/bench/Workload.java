package quorate.app.bench;

/// How much every benchmark works through.
///
/// @param sessionTrades trades in one session of the synthetic market
/// @param days sessions that `engine-trades` walks
/// @param barDays sessions that `bars` walks
/// @param bars minute bars of `engine-bars`
/// @param indicatorBars minute bars of `features`
/// @param memoryTrades trades that `memory` streams
/// @param learningRounds times that `learning` takes a step on one minibatch
/// @param learningSteps steps that its agents learn from
/// @param warmUps whole sessions that `engine-trades` and `engine-bars` walk before the clock
///   starts: the optimising compiler goes on improving the loop for some four seconds
/// @param runs of which the median is quoted, odd
record Workload(
    int sessionTrades,
    int days,
    int barDays,
    int bars,
    int indicatorBars,
    long memoryTrades,
    int learningRounds,
    long learningSteps,
    int warmUps,
    int runs) {
  Workload {
    if (runs < 1 || runs % 2 == 0) {
      throw new IllegalArgumentException("runs must be odd and at least 1, but was " + runs);
    }
  }

  /// What published figures rest on. A session has as many trades as ES printed on 2019-12-16.
  static Workload full() {
    return new Workload(421_785, 24, 60, 1_000_000, 200_000, 200_000_000, 20_000, 100_000, 12, 5);
  }

  /// Enough to see that each benchmark works, in seconds; too little for a figure to mean much.
  static Workload quick() {
    return new Workload(20_000, 2, 2, 5_000, 2_000, 100_000, 50, 2_048, 1, 1);
  }
}
