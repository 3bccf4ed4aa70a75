package quorate.research.performance;

import java.time.YearMonth;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/// The return of each calendar month that the run touched; a session belongs to the month of its
/// date.
///
/// The first month is counted from the start of the run, the last to its end. Months without a
/// session are absent.
public final class MonthlyReturns {
  private final NavigableMap<YearMonth, Double> byMonth;

  private MonthlyReturns(NavigableMap<YearMonth, Double> byMonth) {
    this.byMonth = Collections.unmodifiableNavigableMap(byMonth);
  }

  static MonthlyReturns of(EquityCurve curve, Sampling sampling) {
    NavigableMap<YearMonth, Double> lastWorth = new TreeMap<>();
    for (Sampling.SessionEnd end : sampling.sessionEnds()) {
      lastWorth.put(YearMonth.from(end.date()), Math.max(0, curve.equityAt(end.timeNs())));
    }
    NavigableMap<YearMonth, Double> returns = new TreeMap<>();
    double before = curve.initial();
    for (var month : lastWorth.entrySet()) {
      double after = month.getValue();
      returns.put(month.getKey(), before > 0 ? after / before - 1 : 0);
      before = after;
    }
    return new MonthlyReturns(returns);
  }

  public NavigableMap<YearMonth, Double> byMonth() {
    return byMonth;
  }

  public OptionalDouble of(YearMonth month) {
    Double value = byMonth.get(month);
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /// The highest; empty without a month.
  public OptionalDouble best() {
    return byMonth.values().stream().mapToDouble(Double::doubleValue).max();
  }

  /// The lowest; empty without a month.
  public OptionalDouble worst() {
    return byMonth.values().stream().mapToDouble(Double::doubleValue).min();
  }

  /// The months of a year compounded; empty when the run does not touch it.
  public OptionalDouble ofYear(int year) {
    double growth = 1;
    boolean touched = false;
    for (var month : byMonth.entrySet()) {
      if (month.getKey().getYear() == year) {
        growth *= 1 + month.getValue();
        touched = true;
      }
    }
    return touched ? OptionalDouble.of(growth - 1) : OptionalDouble.empty();
  }
}
