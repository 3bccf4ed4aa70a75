package quorate.app.bench;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.EventCursor;
import quorate.features.catalogue.IndicatorCatalogue;
import quorate.features.catalogue.IndicatorEntry;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;
import quorate.market.feed.Feed;

/// `bench indicators`: nanoseconds per update of every indicator with its default parameters, all
/// outputs read, over minute bars from memory.
final class IndicatorsBench {
  private final Workload workload;
  private double sink;

  IndicatorsBench(Workload workload) {
    this.workload = workload;
  }

  List<Figure> measure() {
    MutableBar[] bars = bars();
    List<Figure> figures = new ArrayList<>();
    for (IndicatorEntry entry : IndicatorCatalogue.all()) {
      for (int i = 0; i < workload.runs(); i++) {
        update(entry.create(), bars);
      }
      double ns =
          Stopwatch.median(
              workload.runs(),
              () -> {
                Indicator indicator = entry.create();
                return Stopwatch.seconds(() -> update(indicator, bars)) * 1e9 / bars.length;
              });
      figures.add(
          Figure.of(
              "indicators." + entry.name(),
              ns,
              "ns/bar",
              "source",
              "memory",
              "runs",
              workload.runs(),
              "bars",
              bars.length));
    }
    if (Double.isNaN(sink)) {
      throw new ArithmeticException("indicators must give numbers");
    }
    return figures;
  }

  private void update(Indicator indicator, MutableBar[] bars) {
    int outputs = indicator.outputs();
    double sum = 0;
    for (MutableBar bar : bars) {
      indicator.update(bar);
      for (int i = 0; i < outputs; i++) {
        sum += indicator.value(i);
      }
    }
    sink = sum == 0 ? sink : 1;
  }

  private MutableBar[] bars() {
    MutableBar[] bars = new MutableBar[workload.indicatorBars()];
    EventCursor event = new EventCursor();
    try (Feed feed = BenchMarket.minuteBars(BenchMarket.walk(bars.length))) {
      for (int i = 0; i < bars.length && feed.next(event); i++) {
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
    return bars;
  }
}
