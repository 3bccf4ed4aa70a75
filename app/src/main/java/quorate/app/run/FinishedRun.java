package quorate.app.run;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import quorate.app.home.Home;
import quorate.engine.run.RunFolder;
import quorate.research.council.MemberSummary;
import quorate.research.performance.Metric;
import quorate.research.report.RunReport;

/// A run with its report.
///
/// @param folder under its final name
/// @param report what it came to
/// @param laps where the seconds went
record FinishedRun(RunFolder folder, RunReport report, Laps laps) {

  /// For a machine: identity, files and every defined figure by its name in lower case.
  Map<String, Object> asMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("run", folder.id());
    map.put("playbook", report.playbook());
    map.put("folder", folder.path().toString());
    map.put("report", folder.report().toString());
    map.put("events", report.data().events());
    map.put("data_sha256", report.data().checksum());
    map.put("currency", report.performance().currency().toString());
    map.put("initial_equity", report.performance().initialEquity());
    map.put("final_equity", report.performance().finalEquity());
    Map<String, Object> figures = new LinkedHashMap<>();
    for (Metric metric : Metric.values()) {
      report
          .performance()
          .value(metric)
          .ifPresent(value -> figures.put(metric.name().toLowerCase(Locale.ROOT), value));
    }
    map.put("figures", figures);
    map.put("verdict", report.performance().luck().sentence());
    map.put("orders", RefusedOrders.of(report).asMap());
    map.put("members", report.council().members().stream().map(this::asMap).toList());
    map.put("seconds", laps.seconds());
    return map;
  }

  private Map<String, Object> asMap(MemberSummary member) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("member", member.member());
    map.put("bars", report.council().asked());
    map.put("bars_no_view", member.noView().bars());
    map.put("bars_warming_up", member.warmingUp().bars());
    map.put("bars_failed", member.failed().bars());
    map.put("first_failure", member.failed().first());
    return map;
  }

  /// Whether a member of the council failed on some bar, which no one can have wanted.
  boolean hasFailures() {
    return report.council().members().stream().anyMatch(member -> member.failed().votes() > 0);
  }

  String shownReport() {
    return Home.shown(folder.report());
  }
}
