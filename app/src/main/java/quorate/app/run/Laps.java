package quorate.app.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;

/// Where the seconds of a run went: by the wall clock, and of all processors together.
final class Laps {
  private final OperatingSystemMXBean machine =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private final Map<String, Map<String, Double>> laps = new LinkedHashMap<>();
  private long wallNs = System.nanoTime();
  private long processorNs = machine.getProcessCpuTime();

  /// Everything since the last lap, or since the beginning, went into this.
  void end(String work) {
    long wall = System.nanoTime();
    long processor = machine.getProcessCpuTime();
    Map<String, Double> lap = new LinkedHashMap<>();
    lap.put("wall", rounded(wall - wallNs));
    lap.put("processor", rounded(processor - processorNs));
    laps.put(work, lap);
    wallNs = wall;
    processorNs = processor;
  }

  private static double rounded(long ns) {
    return Math.round(ns / 1e6) / 1e3;
  }

  /// Seconds by the name of the work, in order.
  Map<String, Map<String, Double>> seconds() {
    return laps;
  }
}
