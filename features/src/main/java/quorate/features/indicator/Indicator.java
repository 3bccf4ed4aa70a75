package quorate.features.indicator;

import quorate.features.state.Stateful;

/// One or more numbers that follow the bars of one timeframe.
///
/// An update costs O(1), O(log n) or is bounded by the window, and allocates nothing. The same bars
/// give the same values bit for bit, later bars change no earlier value, and an indicator whose
/// state was saved and loaded goes on bit for bit. Bars hold finite numbers. Not for use by two
/// threads.
public interface Indicator extends Stateful {
  void update(BarView bar);

  /// The first output after the last bar; only meaningful when [#ready].
  double value();

  /// One of the outputs after the last bar; only meaningful when [#ready].
  ///
  /// @param output place of the output in the order that the catalogue names them, 0 is [#value]
  default double value(int output) {
    if (output != 0) {
      throw noOutput(output);
    }
    return value();
  }

  /// How many outputs there are.
  default int outputs() {
    return 1;
  }

  /// Whether enough bars were seen; once so it stays so.
  boolean ready();

  /// After how many bars it is ready, at the earliest if it [#warmUpVaries].
  int warmUp();

  /// Whether it also depends on what the bars hold when it is ready, such as on how often two
  /// averages crossed. Flat bars alone may never make it so.
  default boolean warmUpVaries() {
    return false;
  }

  /// The error for an output that does not exist.
  default IndexOutOfBoundsException noOutput(int output) {
    return new IndexOutOfBoundsException(
        "output must be from 0 to %d, but was %d (%s)"
            .formatted(outputs() - 1, output, getClass().getSimpleName()));
  }
}
