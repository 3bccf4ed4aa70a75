package quorate.app.bench;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import quorate.features.indicator.Indicator;
import quorate.features.indicator.MutableBar;

/// The loop that an indicator is timed in: a class of its own for each indicator.
///
/// In one loop that runs two hundred kinds of indicators no call can be inlined, and each costs
/// some ten nanoseconds more than where an indicator stands alone, as a program for one of them
/// would have it. The virtual machine keeps what it learns of a call with the class that calls, so
/// each indicator gets the same code as a hidden class of its own.
interface IndicatorLoop {
  /// Bars in one stretch: a loop that is called often is compiled as a method. One that runs long
  /// is replaced while it runs, and some indicators then took three times as long in one run of the
  /// program as in the next.
  int STRETCH = 256;

  /// Updates an indicator with the bars of one stretch and reads all of its outputs.
  ///
  /// @return the sum of what was read, so that reading is not left out
  double run(Indicator indicator, MutableBar[] bars, int from, int to);

  /// The same with every bar.
  default double run(Indicator indicator, MutableBar[] bars) {
    double sum = 0;
    for (int from = 0; from < bars.length; from += STRETCH) {
      sum += run(indicator, bars, from, Math.min(bars.length, from + STRETCH));
    }
    return sum;
  }

  /// A fresh copy of the loop.
  static IndicatorLoop fresh() {
    String file = Plain.class.getName().replace('.', '/') + ".class";
    try (InputStream code =
        Objects.requireNonNull(Plain.class.getClassLoader().getResourceAsStream(file), file)) {
      return (IndicatorLoop)
          MethodHandles.lookup()
              .defineHiddenClass(code.readAllBytes(), true)
              .lookupClass()
              .getDeclaredConstructor()
              .newInstance();
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("the benchmark's own loop must be readable", e);
    }
  }

  /// The loop itself.
  final class Plain implements IndicatorLoop {
    Plain() {}

    @Override
    public double run(Indicator indicator, MutableBar[] bars, int from, int to) {
      int outputs = indicator.outputs();
      double sum = 0;
      for (int bar = from; bar < to; bar++) {
        indicator.update(bars[bar]);
        for (int i = 0; i < outputs; i++) {
          sum += indicator.value(i);
        }
      }
      return sum;
    }
  }
}
