package quorate.app.run;

import static quorate.app.run.PlaybookWords.plain;
import static quorate.app.run.PlaybookWords.share;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import quorate.agents.council.CouncilRules;
import quorate.agents.council.FlatStance;
import quorate.app.terminal.Words;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.engine.playbook.AllocationSection;
import quorate.engine.playbook.CouncilSection;
import quorate.engine.playbook.CouncilSection.MemberSection;
import quorate.engine.playbook.DataSection;
import quorate.engine.playbook.ExecutionSection;
import quorate.engine.playbook.Playbook;
import quorate.research.report.RunReport.Setting;
import quorate.trading.allocation.FixedSize;
import quorate.trading.allocation.VolatilityTarget;
import quorate.trading.cost.CommissionRule;
import quorate.trading.fill.FillRules;

/// Every setting of a playbook as it was used, defaults included, with its unit.
final class PlaybookSettings {
  private final List<Setting> settings = new ArrayList<>();

  private PlaybookSettings() {}

  static List<Setting> of(Playbook playbook, Instruments instruments) {
    PlaybookSettings all = new PlaybookSettings();
    all.put("capital", playbook.capital().toString());
    new TreeMap<>(playbook.rates().sources())
        .forEach((currency, source) -> all.put("capital.rates", "1 " + currency + " is " + source));
    all.data(playbook.data());
    all.council(playbook.council());
    all.allocation(playbook.allocation());
    all.limits(playbook.limits());
    all.execution(playbook.execution(), instruments);
    return all.settings;
  }

  private void put(String key, String value) {
    settings.add(new Setting(key, value));
  }

  private void data(DataSection data) {
    put("data.instruments", String.join(", ", data.instruments()));
    put("data.kind", lower(data.kind().name()) + "s");
    data.barTimeframe().ifPresent(timeframe -> put("data.timeframe", timeframe.toString()));
    data.dataset().ifPresent(name -> put("data.dataset", name));
    put("data.from", data.from().map(Object::toString).orElse("the first there is"));
    put("data.to", data.to().map(Object::toString).orElse("the last there is"));
  }

  private void council(CouncilSection council) {
    put("council.timeframe", council.timeframe().toString());
    for (MemberSection member : council.members()) {
      put("council.members", member(member));
    }
    CouncilRules rules = council.rules();
    put("council.quorum", "at least " + share(rules.quorum()) + " of the votes");
    put("council.quorum_members", "at least " + Words.counted(rules.quorumMembers(), "member"));
    put("council.agreement", "at least " + share(rules.agreement()) + " of the voters");
    put("council.confidence", "at least " + plain(rules.confidence()));
    put("council.flat", flat(rules.flat()));
    put("council.flat_band", "directions up to " + plain(rules.flatBand()) + " are flat");
    put("council.otherwise", lower(council.otherwise().name()) + " the position");
  }

  private static String member(MemberSection member) {
    List<String> parameters = new ArrayList<>();
    for (String key : member.parameters().keys()) {
      parameters.add(key + " " + member.parameters().text(key));
    }
    return "%s, weight %s%s"
        .formatted(
            member.name().equals(member.agent())
                ? member.name()
                : member.name() + " (" + member.agent() + ")",
            plain(member.weight()),
            parameters.isEmpty() ? "" : ": " + String.join(", ", parameters));
  }

  private static String flat(FlatStance stance) {
    return switch (stance) {
      case SIDE -> "side: a flat view is a vote of its own";
      case YIELDS -> "yields: a flat view gives way to a member that is long or short";
      case ABSTAINS -> "abstains: a flat view is no vote";
    };
  }

  private void allocation(AllocationSection allocation) {
    switch (allocation.method()) {
      case VolatilityTarget target -> {
        put("allocation.method", "volatility target");
        put("allocation.target_volatility", share(target.volatilityPerYear()) + " a year");
        put("allocation.max_leverage", plain(target.maxLeverage()) + " × equity");
        put("allocation.band", "no change below " + share(target.band()) + " of the target");
        put(
            "allocation.volatility_window",
            Words.counted(allocation.volatilityWindow(), "council bar"));
      }
      case FixedSize fixed -> {
        put("allocation.method", "fixed");
        put(
            "allocation.size",
            fixed.size().toPlainString() + " units on the council's side, however strong its view");
      }
    }
  }

  private void limits(Limits limits) {
    put("risk.max_order_size", limits.maxOrderSize().toPlainString() + " units");
    put("risk.max_position_size", limits.maxPositionSize().toPlainString() + " units");
    put("risk.max_notional", limits.maxNotional().toPlainString() + " of the base currency");
    put("risk.max_leverage", plain(limits.maxLeverage()) + " × equity");
    put("risk.max_daily_drawdown", share(limits.maxDailyLoss()) + " lost since the session's open");
    put("risk.max_drawdown", share(limits.maxDrawdown()) + " below the peak");
  }

  private void execution(ExecutionSection execution, Instruments instruments) {
    for (Instrument instrument : instruments.list()) {
      var costs = execution.costs(instrument.kind());
      String of = instruments.size() == 1 ? "" : instrument.symbol() + ": ";
      put("execution.spread_ticks", of + Words.counted(costs.spreadTicks(), "tick"));
      put("execution.slippage_ticks", of + Words.counted(costs.slippageTicks(), "tick"));
      put("execution.commission", of + commission(costs.commission(), instrument));
    }
    FillRules fills = execution.fills();
    put("execution.limit_fill", fills.touch() ? "touch" : "through");
    put("execution.latency_ms", plain(fills.latencyNs() / 1e6) + " ms");
    put(
        "execution.participation",
        fills.participationMillionths() == FillRules.UNLIMITED
            ? "unlimited"
            : share(fills.participationMillionths() / 1e6) + " of an event's volume");
    execution
        .bracket()
        .ifPresent(bracket -> put("execution.bracket", PlaybookWords.bracket(bracket)));
  }

  /// Such as `20 basis points of the notional, at least 1 USD an order`.
  static String commission(CommissionRule rule, Instrument instrument) {
    return switch (rule) {
      case CommissionRule.Free ignored -> "no commission";
      case CommissionRule.PerUnit(var amount, var minimum) ->
          "%s %s a unit%s"
              .formatted(
                  amount.toPlainString(), instrument.currency(), minimum(minimum, instrument));
      case CommissionRule.BasisPoints(var points, var minimum) ->
          "%s basis points of the notional%s"
              .formatted(points.toPlainString(), minimum(minimum, instrument));
    };
  }

  private static String minimum(CommissionRule.Minimum minimum, Instrument instrument) {
    List<String> parts = new ArrayList<>();
    if (minimum.perOrder().signum() > 0) {
      parts.add(minimum.perOrder().toPlainString() + " " + instrument.currency() + " an order");
    }
    if (minimum.perFill().signum() > 0) {
      parts.add(minimum.perFill().toPlainString() + " " + instrument.currency() + " a fill");
    }
    return parts.isEmpty() ? "" : ", at least " + String.join(" and ", parts);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
