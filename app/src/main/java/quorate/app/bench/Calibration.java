package quorate.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import quorate.learning.kernel.PeakArithmetic;

/// What the machine can do right now, so that figures of two machines or days can be compared.
final class Calibration {
  private static final int COPY_LONGS = 16 * 1024 * 1024;

  private Calibration() {}

  static List<Figure> measure() throws InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    PeakArithmetic.gigaFlops();
    double one = Stopwatch.median(3, PeakArithmetic::gigaFlops);
    return List.of(
        Figure.of(
            "calibration.fma",
            one,
            "GFLOP/s",
            "what",
            "one core, float fused multiply-adds in registers"),
        Figure.of(
            "calibration.cores",
            together() / one,
            "cores",
            "what",
            "multiply-adds of all cores together, as many times those of one"),
        Figure.of(
            "calibration.memory",
            Stopwatch.median(3, Calibration::copyGigabytes),
            "GB/s",
            "what",
            "one core, copy of 128 MiB, bytes read and written"),
        Figure.of(
            "calibration.load",
            load,
            "processes",
            "cores",
            Runtime.getRuntime().availableProcessors(),
            "jvm",
            System.getProperty("java.vm.version", "unknown")));
  }

  /// Billions of operations a second of all cores at once, of which other users of the machine may
  /// have some.
  private static double together() throws InterruptedException {
    double[] each = new double[Runtime.getRuntime().availableProcessors()];
    Thread[] threads = new Thread[each.length];
    for (int i = 0; i < each.length; i++) {
      int place = i;
      threads[i] =
          Thread.ofPlatform()
              .start(() -> each[place] = Stopwatch.median(9, PeakArithmetic::gigaFlops));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return Arrays.stream(each).sum();
  }

  private static double copyGigabytes() {
    long[] from = new long[COPY_LONGS];
    long[] to = new long[COPY_LONGS];
    System.arraycopy(from, 0, to, 0, COPY_LONGS);
    long begin = System.nanoTime();
    System.arraycopy(from, 0, to, 0, COPY_LONGS);
    double ns = System.nanoTime() - begin;
    return 2.0 * 8 * COPY_LONGS / ns;
  }
}
