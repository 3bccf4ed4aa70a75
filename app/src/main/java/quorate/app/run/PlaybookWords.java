package quorate.app.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import quorate.agents.council.CouncilRules;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.domain.Limits;
import quorate.engine.playbook.CouncilSection.MemberSection;
import quorate.engine.playbook.ExecutionSection;
import quorate.engine.playbook.Playbook;
import quorate.research.report.RunReport.Setting;
import quorate.trading.allocation.Allocation;
import quorate.trading.allocation.FixedSize;
import quorate.trading.allocation.VolatilityTarget;
import quorate.trading.cost.CommissionRule;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.order.BracketRules;

/// A playbook in words, for the reader of a report: its settings as used and what the result rests
/// on.
final class PlaybookWords {
  private PlaybookWords() {}

  /// The settings that shape a result, defaults included, with their units.
  static List<Setting> settings(Playbook playbook) {
    List<Setting> settings = new ArrayList<>();
    settings.add(new Setting("capital", playbook.capital().toString()));
    settings.add(new Setting("data.instruments", String.join(", ", playbook.data().instruments())));
    playbook.data().from().ifPresent(from -> settings.add(new Setting("data.from", "" + from)));
    playbook.data().to().ifPresent(to -> settings.add(new Setting("data.to", "" + to)));
    settings.add(new Setting("council.timeframe", playbook.council().timeframe().toString()));
    for (MemberSection member : playbook.council().members()) {
      settings.add(new Setting("council.members", member(member)));
    }
    CouncilRules rules = playbook.council().rules();
    settings.add(new Setting("council.quorum", share(rules.quorum()) + " of the votes"));
    settings.add(new Setting("council.agreement", share(rules.agreement()) + " of the voters"));
    settings.add(new Setting("council.confidence", "at least " + rules.confidence()));
    settings.add(
        new Setting(
            "council.otherwise", lower(playbook.council().otherwise().name()) + " the position"));
    settings.add(new Setting("allocation", allocation(playbook.allocation().method())));
    limits(playbook.limits(), settings);
    playbook
        .execution()
        .bracket()
        .ifPresent(each -> settings.add(new Setting("execution.bracket", bracket(each))));
    return settings;
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

  private static String allocation(Allocation method) {
    return switch (method) {
      case VolatilityTarget target ->
          "volatility of %s a year, leverage at most %s, no change below %s of the target"
              .formatted(
                  share(target.volatilityPerYear()),
                  plain(target.maxLeverage()),
                  share(target.band()));
      case FixedSize fixed -> "always " + fixed.size().toPlainString() + " units";
    };
  }

  private static String bracket(BracketRules rules) {
    return "stop %s and target %s average true ranges of %d bars away"
        .formatted(plain(rules.stopAtr()), plain(rules.targetAtr()), rules.atrWindow());
  }

  private static void limits(Limits limits, List<Setting> settings) {
    settings.add(
        new Setting("risk.max_order_size", limits.maxOrderSize().toPlainString() + " units"));
    settings.add(
        new Setting("risk.max_position_size", limits.maxPositionSize().toPlainString() + " units"));
    settings.add(new Setting("risk.max_notional", limits.maxNotional().toPlainString()));
    settings.add(new Setting("risk.max_leverage", plain(limits.maxLeverage()) + " × equity"));
    settings.add(new Setting("risk.max_daily_drawdown", share(limits.maxDailyLoss())));
    settings.add(new Setting("risk.max_drawdown", share(limits.maxDrawdown())));
  }

  /// What a reader must know to judge the result, a sentence each.
  static List<String> assumptions(Playbook playbook, Instruments instruments) {
    List<String> sentences = new ArrayList<>();
    ExecutionSection execution = playbook.execution();
    sentences.add(
        "A decision made on an event can trade on the next event at the earliest"
            + latency(execution.fills())
            + ".");
    for (Instrument instrument : instruments.list()) {
      CostModel costs = execution.costs(instrument.kind());
      sentences.add(
          "%s: a spread of %s and a slippage of %s of %s, %s."
              .formatted(
                  instrument.symbol(),
                  ticks(costs.spreadTicks()),
                  ticks(costs.slippageTicks()),
                  instrument.formatPrice(instrument.tickSize()),
                  commission(costs.commission(), instrument)));
    }
    sentences.add(participation(execution.fills()));
    sentences.add(
        execution.fills().touch()
            ? "A limit order fills when the market touches its price."
            : "A limit order fills only when the market goes through its price.");
    if (execution.bracket().isPresent()) {
      sentences.add(
          "Every position is entered with a stop and a target; a bar that reaches both is taken to have"
              + " reached the stop first. One that a stop or target has ended is not entered again"
              + " before the council has said something else.");
    }
    sentences.add("Our own orders do not move the market; short selling is free of a lending fee.");
    return sentences;
  }

  private static String latency(FillRules fills) {
    return fills.latencyNs() == 0
        ? ""
        : ", %s ms later at least".formatted(plain(fills.latencyNs() / 1e6));
  }

  private static String participation(FillRules fills) {
    return fills.participationMillionths() == FillRules.UNLIMITED
        ? "Orders fill whole, whatever the volume."
        : "Our orders take at most %s of an event's volume."
            .formatted(share(fills.participationMillionths() / 1e6));
  }

  private static String commission(CommissionRule rule, Instrument instrument) {
    return switch (rule) {
      case CommissionRule.Free ignored -> "no commission";
      case CommissionRule.PerUnit perUnit ->
          "a commission of %s %s a unit"
              .formatted(perUnit.amount().toPlainString(), instrument.currency());
      case CommissionRule.BasisPoints points ->
          "a commission of %s basis points of the notional"
              .formatted(points.points().toPlainString());
    };
  }

  private static String ticks(int ticks) {
    return ticks == 1 ? "1 tick" : ticks + " ticks";
  }

  private static String share(double fraction) {
    return plain(fraction * 100) + " %";
  }

  /// At most six decimal places, without zeros at the end.
  private static String plain(double number) {
    return BigDecimal.valueOf(number)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
