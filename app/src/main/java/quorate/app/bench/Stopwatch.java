package quorate.app.bench;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/// Medians of several runs, and what a piece of work allocates.
final class Stopwatch {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private Stopwatch() {}

  /// The median of `runs` measurements.
  static double median(int runs, DoubleSupplier measurement) {
    double[] found = new double[runs];
    for (int i = 0; i < runs; i++) {
      found[i] = measurement.getAsDouble();
    }
    Arrays.sort(found);
    return found[runs / 2];
  }

  /// Seconds that the work takes by the wall clock.
  static double seconds(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1e9;
  }

  /// Bytes that this thread has allocated so far.
  static long allocatedBytes() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
