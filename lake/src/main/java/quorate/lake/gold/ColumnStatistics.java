package quorate.lake.gold;

import java.util.LinkedHashMap;
import java.util.Map;
import quorate.lake.store.Json;

/// How one column of a feature table is distributed.
///
/// @param name the feature
/// @param mean arithmetic
/// @param deviation of the population
/// @param least smallest value
/// @param p05 5 % of the values are below
/// @param p25 a quarter is
/// @param median half is
/// @param p75 three quarters are
/// @param p95 95 % are
/// @param most largest value
public record ColumnStatistics(
    String name,
    double mean,
    double deviation,
    double least,
    double p05,
    double p25,
    double median,
    double p75,
    double p95,
    double most) {

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("mean", mean);
    json.put("deviation", deviation);
    json.put("least", least);
    json.put("p05", p05);
    json.put("p25", p25);
    json.put("median", median);
    json.put("p75", p75);
    json.put("p95", p95);
    json.put("most", most);
    return json;
  }

  static ColumnStatistics of(Json.Fields json) {
    return new ColumnStatistics(
        json.text("name"),
        json.real("mean"),
        json.real("deviation"),
        json.real("least"),
        json.real("p05"),
        json.real("p25"),
        json.real("median"),
        json.real("p75"),
        json.real("p95"),
        json.real("most"));
  }
}
