package quorate.features.macro;

import java.time.LocalDate;
import java.util.Arrays;
import quorate.features.state.StateCodec;
import quorate.features.state.Stateful;

/// The newest periods of one series with the values known of them, in the order of the periods.
///
/// A revision takes the place of the value it revises, whenever it comes; a period older than all
/// that are kept is forgotten at once.
final class PeriodHistory implements Stateful {
  private final long[] periods;
  private final double[] values;
  private int count;

  /// @param capacity how many periods it keeps, at least 1
  PeriodHistory(int capacity) {
    periods = new long[capacity];
    values = new double[capacity];
  }

  void put(LocalDate period, double value) {
    long day = period.toEpochDay();
    int place = Arrays.binarySearch(periods, 0, count, day);
    if (place >= 0) {
      values[place] = value;
      return;
    }
    int at = -place - 1;
    if (count == periods.length) {
      if (at == 0) {
        return;
      }
      shift(1, 0, at - 1);
      at--;
    } else {
      shift(at, at + 1, count - at);
      count++;
    }
    periods[at] = day;
    values[at] = value;
  }

  private void shift(int from, int to, int length) {
    System.arraycopy(periods, from, periods, to, length);
    System.arraycopy(values, from, values, to, length);
  }

  /// The value so many periods before the newest; NaN when it is not known.
  double back(int age) {
    return age < count ? values[count - 1 - age] : Double.NaN;
  }

  /// The value of the period one year before the one `age` periods back: the last that began on
  /// that day of the year or at most `tolerance` days before; NaN when it is not known.
  double yearBefore(int age, int tolerance) {
    if (age >= count) {
      return Double.NaN;
    }
    long day = LocalDate.ofEpochDay(periods[count - 1 - age]).minusYears(1).toEpochDay();
    int place = Arrays.binarySearch(periods, 0, count, day);
    int at = place >= 0 ? place : -place - 2;
    return at >= 0 && periods[at] >= day - tolerance ? values[at] : Double.NaN;
  }

  @Override
  public void state(StateCodec codec) {
    count = (int) codec.whole(count);
    for (int i = 0; i < periods.length; i++) {
      periods[i] = codec.whole(periods[i]);
    }
    codec.reals(values);
  }
}
