package quorate.app.bench;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/// What the machine can do right now, so that figures of two machines or days can be compared.
final class Calibration {
  private static final int LANES = 2048;
  private static final int ROUNDS = 40_000;
  private static final int COPY_LONGS = 16 * 1024 * 1024;

  private Calibration() {}

  static List<Figure> measure() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return List.of(
        Figure.of(
            "calibration.fma",
            Stopwatch.median(3, Calibration::gigaFlops),
            "GFLOP/s",
            "what",
            "one core, float fused multiply-add over arrays in the first cache"),
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

  private static double gigaFlops() {
    float[] a = new float[LANES];
    float[] b = new float[LANES];
    Arrays.fill(b, 0.5f);
    fma(a, b, ROUNDS / 10);
    long begin = System.nanoTime();
    fma(a, b, ROUNDS);
    double ns = System.nanoTime() - begin;
    if (Float.isNaN(a[LANES / 2])) {
      throw new ArithmeticException("calibration must give numbers");
    }
    return 2.0 * LANES * ROUNDS / ns;
  }

  private static void fma(float[] a, float[] b, int rounds) {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < LANES; i++) {
        a[i] = Math.fma(b[i], a[i], b[i]);
      }
    }
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
