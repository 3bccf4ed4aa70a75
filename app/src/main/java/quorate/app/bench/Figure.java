package quorate.app.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/// One measured number.
///
/// @param name of the benchmark, or `name.detail`
/// @param value in `unit`
/// @param unit such as `trades/s`
/// @param details what it rests on: runs, source of the data, counts
record Figure(String name, double value, String unit, Map<String, Object> details) {
  Figure {
    details = Map.copyOf(details);
  }

  static Figure of(String name, double value, String unit, Object... details) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < details.length; i += 2) {
      named.put((String) details[i], details[i + 1]);
    }
    return new Figure(name, value, unit, named);
  }

  /// The same with more details.
  Figure with(Object... more) {
    Map<String, Object> all = new LinkedHashMap<>(details);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return new Figure(name, value, unit, all);
  }

  /// The same with billions of operations a second, and as a share of what is possible at most.
  ///
  /// @param operations of one step where the unit is steps a second, of the whole where it is µs
  /// @param most billions a second
  Figure ofPeak(double operations, double most) {
    double rate = unit.equals("µs") ? operations / value / 1e3 : operations * value / 1e9;
    return with("gflops", rate, "share_of_peak", rate / most);
  }

  /// For a machine, with the keys in a fixed order.
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("name", name);
    map.put("value", value);
    map.put("unit", unit);
    map.put("details", new TreeMap<>(details));
    return map;
  }

  /// For a person, one line.
  String text() {
    return "%-40s %14s %-10s %s".formatted(name, number(), unit, new TreeMap<>(details));
  }

  private String number() {
    if (value >= 1e6) {
      return "%.2f M".formatted(value / 1e6);
    }
    return value >= 1000 ? "%,.0f".formatted(value) : "%.3f".formatted(value);
  }
}
