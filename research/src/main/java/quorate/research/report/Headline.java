package quorate.research.report;

import java.util.Optional;
import quorate.research.page.Figures;
import quorate.research.performance.BenchmarkFigures;
import quorate.research.performance.EquityCurve;
import quorate.research.performance.Performance;

/// The result in one sentence: what was earned or lost, in what time, beside the benchmark; of a
/// run that did not trade, why.
final class Headline {
  private static final double DAY_SECONDS = 86_400;

  private Headline() {}

  static String of(RunReport report) {
    return of(report.track().equity(), report.performance(), IdleReason.of(report));
  }

  static String of(RunSummary run) {
    return of(run.equity(), run.performance(), run.idle());
  }

  private static String of(EquityCurve curve, Performance performance, String idle) {
    double total = performance.returns().totalReturn();
    String time = length((curve.lastTimeNs() - curve.firstTimeNs()) / 1e9);
    Optional<Double> other =
        performance.benchmark().map(BenchmarkFigures::figures).map(f -> f.totalReturn());
    if (performance.trades().count() == 0 && total == 0) {
      return "It did not trade in %s%s%s."
          .formatted(time, idle.isEmpty() ? "" : ": " + idle, beside(other));
    }
    return "It %s in %s after costs%s.".formatted(moved(total), time, beside(other));
  }

  private static String beside(Optional<Double> benchmark) {
    return benchmark.map(b -> "; buying and holding " + moved(b)).orElse("");
  }

  private static String moved(double change) {
    String size = Figures.percent(Math.abs(change));
    if (size.equals(Figures.percent(0))) {
      return "ended where it began";
    }
    return (change > 0 ? "earned " : "lost ") + size;
  }

  private static String length(double seconds) {
    double days = seconds / DAY_SECONDS;
    if (days < 2) {
      return whole(seconds / 3600, "hour");
    }
    if (days < 60) {
      return whole(days, "day");
    }
    double months = days / 365.25 * 12;
    return months < 24 ? whole(months, "month") : Figures.number(months / 12, 1) + " years";
  }

  private static String whole(double amount, String unit) {
    String number = Figures.number(amount, 0);
    return number + " " + unit + (number.equals("1") ? "" : "s");
  }
}
