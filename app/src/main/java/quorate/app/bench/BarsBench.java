package quorate.app.bench;

import java.util.List;
import quorate.domain.EventCursor;
import quorate.domain.Timeframe;
import quorate.market.bars.BarListener;
import quorate.market.bars.BarSet;
import quorate.market.calendar.Calendars;

/// `bench bars`: trades from memory into 5 and 30 minute bars side by side, one thread.
final class BarsBench {
  private static final int INSIDE_ONE_BAR = 1_000_000;

  private final Workload workload;
  private long bars;

  BarsBench(Workload workload) {
    this.workload = workload;
  }

  List<Figure> measure() {
    long[][] session = BenchMarket.session(workload.sessionTrades());
    run(session, Math.max(1, workload.barDays() / 3));
    double perSecond =
        Stopwatch.median(
            workload.runs(),
            () ->
                (double) workload.barDays()
                    * workload.sessionTrades()
                    / Stopwatch.seconds(() -> run(session, workload.barDays())));
    double perTrade = allocatedPerTrade();
    return List.of(
        Figure.of(
            "bars",
            perSecond,
            "trades/s",
            "source",
            "memory",
            "timeframes",
            "5m, 30m",
            "runs",
            workload.runs()),
        Figure.of(
            "bars.allocated",
            perTrade,
            "B/trade",
            "source",
            "memory",
            "what",
            "a million trades inside one bar of each timeframe"));
  }

  /// Bytes that a trade allocates while no bar closes.
  private static double allocatedPerTrade() {
    EventCursor event = new EventCursor();
    BarSet set = set(bar -> {});
    long allocated = 0;
    for (int round = 0; round < 2; round++) {
      long before = Stopwatch.allocatedBytes();
      for (int i = 0; i < INSIDE_ONE_BAR; i++) {
        event.trade(0, i, 320_000 + i % 7, 1);
        set.update(event);
      }
      allocated = Stopwatch.allocatedBytes() - before;
    }
    return (double) allocated / INSIDE_ONE_BAR;
  }

  private static BarSet set(BarListener listener) {
    return new BarSet(
        0,
        BenchMarket.INSTRUMENT,
        Calendars.named(BenchMarket.INSTRUMENT.calendar()),
        List.of(Timeframe.ofMinutes(5), Timeframe.ofMinutes(30)),
        true,
        listener);
  }

  private void run(long[][] session, int days) {
    EventCursor event = new EventCursor();
    BarSet set = set(bar -> bars++);
    long[] times = session[0];
    long[] prices = session[1];
    long[] quantities = session[2];
    for (int day = 0; day < days; day++) {
      long shiftNs = day * 24L * 60 * BenchMarket.MINUTE_NS;
      for (int i = 0; i < times.length; i++) {
        event.trade(0, times[i] + shiftNs, prices[i], quantities[i]);
        set.update(event);
      }
    }
  }
}
