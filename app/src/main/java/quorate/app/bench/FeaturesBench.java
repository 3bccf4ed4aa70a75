package quorate.app.bench;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.EventCursor;
import quorate.features.catalogue.IndicatorCatalogue;
import quorate.features.catalogue.IndicatorEntry;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;
import quorate.market.feed.Feed;

/// `bench features`: nanoseconds per update of every indicator with its default parameters, all
/// outputs read, over minute bars from memory; what a closed bar of `es-futures` costs; and
/// covariances.
final class FeaturesBench {
  private static final int DIFFERENT_BARS = 8_192;

  /// Runs before the clock starts for each that it measures: the optimising compiler takes some
  /// tens of milliseconds, as long as one run of a slow indicator, and works beside it.
  private static final int WARM_UPS = 5;

  private final Workload workload;
  private double sink;

  FeaturesBench(Workload workload) {
    this.workload = workload;
  }

  List<Figure> measure() {
    List<Figure> figures = new ArrayList<>(indicators());
    figures.addAll(new ObservationsBench(workload).measure());
    figures.addAll(new CovarianceBench(workload).measure());
    return figures;
  }

  /// The indicators alone.
  List<Figure> indicators() {
    MutableBar[] bars = bars();
    List<Figure> figures = new ArrayList<>();
    for (IndicatorEntry entry : IndicatorCatalogue.all()) {
      IndicatorLoop loop = IndicatorLoop.fresh();
      for (int i = 0; i < WARM_UPS * workload.runs(); i++) {
        update(loop, entry.create(), bars);
      }
      long[] allocated = {Long.MAX_VALUE};
      double ns =
          Stopwatch.median(
              workload.runs(),
              () -> {
                Indicator indicator = entry.create();
                long before = Stopwatch.allocatedBytes();
                long begin = System.nanoTime();
                update(loop, indicator, bars);
                long took = System.nanoTime() - begin;
                allocated[0] = Math.min(allocated[0], Stopwatch.allocatedBytes() - before);
                return (double) took / bars.length;
              });
      figures.add(
          Figure.of(
              "features.indicator." + entry.name(),
              ns,
              "ns/bar",
              "source",
              "memory",
              "runs",
              workload.runs(),
              "bars",
              bars.length,
              "allocated_bytes",
              allocated[0]));
    }
    if (Double.isNaN(sink)) {
      throw new ArithmeticException("indicators must give numbers");
    }
    return figures;
  }

  private void update(IndicatorLoop loop, Indicator indicator, MutableBar[] bars) {
    sink = loop.run(indicator, bars) == 0 ? sink : 1;
  }

  /// The same few thousand bars again and again: a bar that has just closed lies in the cache, and
  /// a million of them in memory would time the memory.
  private MutableBar[] bars() {
    MutableBar[] bars = new MutableBar[workload.indicatorBars()];
    int different = Math.min(bars.length, DIFFERENT_BARS);
    EventCursor event = new EventCursor();
    try (Feed feed = BenchMarket.minuteBars(BenchMarket.walk(different))) {
      for (int i = 0; i < different && feed.next(event); i++) {
        bars[i] =
            new MutableBar()
                .times(event.startNs, event.timeNs)
                .prices(
                    BenchMarket.INSTRUMENT.priceAsDouble(event.price),
                    BenchMarket.INSTRUMENT.priceAsDouble(event.high),
                    BenchMarket.INSTRUMENT.priceAsDouble(event.low),
                    BenchMarket.INSTRUMENT.priceAsDouble(event.close))
                .volume(BenchMarket.INSTRUMENT.quantityAsDouble(event.quantity));
      }
    }
    for (int i = different; i < bars.length; i++) {
      bars[i] = bars[i - different];
    }
    return bars;
  }
}
