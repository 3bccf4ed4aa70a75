package quorate.app.run;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import quorate.app.terminal.Words;
import quorate.engine.playbook.Playbook;
import quorate.research.report.RunReport;
import quorate.research.report.RunReport.Refusals;
import quorate.research.run.RecordedRun;
import quorate.trading.allocation.FixedSize;

/// How far a playbook's limits changed what it tried, in words: a reader of the result alone would
/// take the limited experiment for the one that was asked for.
///
/// @param asked orders that risk was asked for
/// @param rules with their refusals, the most frequent first
/// @param limits by rule as the playbook has them, such as `5 units`
record RefusedOrders(long asked, List<Refusals> rules, Map<String, String> limits) {
  static RefusedOrders of(RunReport report) {
    long asked =
        report.funnel().stream()
            .filter(step -> step.name().equals(RecordedRun.ORDERS_ASKED))
            .mapToLong(RunReport.FunnelStep::count)
            .sum();
    Map<String, String> limits = new LinkedHashMap<>();
    report.settings().stream()
        .filter(setting -> setting.key().startsWith("risk."))
        .forEach(setting -> limits.put(setting.key().substring("risk.".length()), setting.value()));
    return new RefusedOrders(
        asked,
        report.refusals().stream()
            .sorted(Comparator.comparingLong(Refusals::count).reversed())
            .toList(),
        limits);
  }

  long refused() {
    return rules.stream().mapToLong(Refusals::count).sum();
  }

  /// Such as `93 of 164 orders were refused by risk.max_position_size (5 units)`; empty when none
  /// was.
  String sentence() {
    if (rules.isEmpty()) {
      return "";
    }
    String head =
        "%,d of %s %s refused"
            .formatted(refused(), Words.counted(asked, "order"), refused() == 1 ? "was" : "were");
    if (rules.size() == 1) {
      return head + " by " + named(rules.getFirst().rule());
    }
    return head
        + ": "
        + String.join(
            ", ",
            rules.stream()
                .map(each -> "%,d by %s".formatted(each.count(), named(each.rule())))
                .toList());
  }

  private String named(String rule) {
    String limit = limits.get(rule);
    return limit == null ? "the rule " + rule : "risk.%s (%s)".formatted(rule, limit);
  }

  /// For a machine: how many orders were asked for and refused, and by which rule.
  Map<String, Object> asMap() {
    Map<String, Object> byRule = new LinkedHashMap<>();
    rules.forEach(each -> byRule.put(each.rule(), each.count()));
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("asked", asked);
    map.put("refused", refused());
    map.put("refused_by", byRule);
    return map;
  }

  /// A fixed size that the limits never let a position reach; empty when they do.
  static Optional<String> unreachable(Playbook playbook) {
    if (!(playbook.allocation().method() instanceof FixedSize(BigDecimal size, double _))) {
      return Optional.empty();
    }
    BigDecimal limit = playbook.limits().maxPositionSize();
    return size.compareTo(limit) <= 0
        ? Optional.empty()
        : Optional.of(
            "allocation.size is %s units, but risk.max_position_size allows %s; raise it, or positions stay smaller than asked for"
                .formatted(size.toPlainString(), limit.toPlainString()));
  }
}
