package quorate.app.run;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import quorate.app.terminal.Screen;
import quorate.research.performance.Metric;
import quorate.research.performance.Performance;

/// A run in a few lines.
final class RunSummary {
  private static final List<Metric> SHOWN =
      List.of(
          Metric.TOTAL_RETURN,
          Metric.BENCHMARK_RETURN,
          Metric.SHARPE,
          Metric.MAXIMUM_DRAWDOWN,
          Metric.TRADES,
          Metric.TOTAL_COSTS,
          Metric.PROBABILISTIC_SHARPE);

  private RunSummary() {}

  static void show(FinishedRun run, Screen screen) {
    Performance performance = run.report().performance();
    screen.line(
        "%s: %,.2f → %,.2f %s over %,d events"
            .formatted(
                run.folder().id(),
                performance.initialEquity(),
                performance.finalEquity(),
                performance.currency(),
                run.report().data().events()));
    for (Metric metric : SHOWN) {
      OptionalDouble value = performance.value(metric);
      screen.line(
          "  %-22s %s"
              .formatted(
                  metric.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  value.isPresent() ? "%,.4f".formatted(value.getAsDouble()) : "–"));
    }
    screen.line("  " + performance.luck().sentence());
    screen.line("  report: " + run.shownReport());
    screen.json(run.asMap());
  }
}
