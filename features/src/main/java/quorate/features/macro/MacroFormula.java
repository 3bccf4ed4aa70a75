package quorate.features.macro;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// A number worked out from the histories of series; NaN where it cannot be, which no caller sees:
/// a feature then keeps the last value that could.
sealed interface MacroFormula {
  /// Days by which the day one year before may be missed, for series of days and weeks.
  int YEAR_TOLERANCE_DAYS = 8;

  /// Periods that a year of any series can have.
  int PERIODS_OF_A_YEAR = 400;

  double value(Function<String, PeriodHistory> histories);

  /// How many periods of each series it looks back over.
  void needs(Map<String, Integer> periods);

  /// The series it is made of.
  default Set<String> series() {
    Map<String, Integer> needs = new HashMap<>();
    needs(needs);
    return new TreeSet<>(needs.keySet());
  }

  /// A number for each period of one series.
  sealed interface OfPeriod extends MacroFormula {
    String of();

    /// Of the period so many before the newest.
    double at(PeriodHistory history, int age);

    /// How many periods before its own it needs.
    int reach();

    @Override
    default double value(Function<String, PeriodHistory> histories) {
      return at(histories.apply(of()), 0);
    }

    @Override
    default void needs(Map<String, Integer> periods) {
      periods.merge(of(), 1 + reach(), Math::max);
    }
  }

  /// The value of the newest period.
  record Level(String of) implements OfPeriod {
    @Override
    public double at(PeriodHistory history, int age) {
      return history.back(age);
    }

    @Override
    public int reach() {
      return 0;
    }
  }

  /// x − x of so many periods before, in the series's unit.
  record Change(String of, int periods) implements OfPeriod {
    @Override
    public double at(PeriodHistory history, int age) {
      return history.back(age) - history.back(age + periods);
    }

    @Override
    public int reach() {
      return periods;
    }
  }

  /// 100 · (x / x of so many periods before − 1), percent.
  record Growth(String of, int periods) implements OfPeriod {
    @Override
    public double at(PeriodHistory history, int age) {
      return percent(history.back(age), history.back(age + periods));
    }

    @Override
    public int reach() {
      return periods;
    }
  }

  /// 100 · (x / x of the same period one year before − 1), percent.
  record YearOnYear(String of) implements OfPeriod {
    @Override
    public double at(PeriodHistory history, int age) {
      return percent(history.back(age), history.yearBefore(age, YEAR_TOLERANCE_DAYS));
    }

    @Override
    public int reach() {
      return PERIODS_OF_A_YEAR;
    }
  }

  /// (y − mean) / deviation, mean and population deviation of y over the n periods before; 0 where
  /// those were all equal.
  record Surprise(OfPeriod y, int window) implements MacroFormula {
    @Override
    public double value(Function<String, PeriodHistory> histories) {
      PeriodHistory history = histories.apply(y.of());
      double newest = y.at(history, 0);
      double oldest = y.at(history, window);
      boolean flat = true;
      double mean = 0;
      for (int age = 1; age <= window; age++) {
        double each = y.at(history, age);
        flat &= each == oldest;
        mean += each;
      }
      if (flat) { // the mean of equal numbers may differ from them in its last digit
        return Double.isNaN(newest) ? newest : 0;
      }
      mean /= window;
      double squares = 0;
      for (int age = 1; age <= window; age++) {
        double off = y.at(history, age) - mean;
        squares = Math.fma(off, off, squares);
      }
      return (newest - mean) / Math.sqrt(squares / window);
    }

    @Override
    public void needs(Map<String, Integer> periods) {
      periods.merge(y.of(), 1 + window + y.reach(), Math::max);
    }
  }

  /// a − b.
  record Minus(MacroFormula a, MacroFormula b) implements MacroFormula {
    @Override
    public double value(Function<String, PeriodHistory> histories) {
      return a.value(histories) - b.value(histories);
    }

    @Override
    public void needs(Map<String, Integer> periods) {
      a.needs(periods);
      b.needs(periods);
    }
  }

  private static double percent(double now, double before) {
    return before > 0 ? 100 * (now / before - 1) : Double.NaN;
  }
}
