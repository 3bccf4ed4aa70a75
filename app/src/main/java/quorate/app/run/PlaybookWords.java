package quorate.app.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import quorate.app.terminal.Words;
import quorate.domain.Instrument;
import quorate.domain.Instruments;
import quorate.engine.playbook.ExecutionSection;
import quorate.engine.playbook.Playbook;
import quorate.trading.cost.CommissionRule;
import quorate.trading.cost.CostModel;
import quorate.trading.fill.FillRules;
import quorate.trading.order.BracketRules;

/// What a result rests on, in words for the reader of a report.
final class PlaybookWords {
  private PlaybookWords() {}

  /// What a reader must know to judge the result, a sentence each.
  static List<String> assumptions(Playbook playbook, Instruments instruments) {
    List<String> sentences = new ArrayList<>();
    ExecutionSection execution = playbook.execution();
    sentences.add(
        "A decision made on an event can trade on the next event at the earliest"
            + latency(execution.fills())
            + ".");
    sentences.add(
        "A fill carries the time at which it is known: on a bar that is the bar's end, also when its"
            + " price is the bar's open.");
    for (Instrument instrument : instruments.list()) {
      CostModel costs = execution.costs(instrument.kind());
      sentences.add(
          "%s: a spread of %s and a slippage of %s of %s, %s."
              .formatted(
                  instrument.symbol(),
                  Words.counted(costs.spreadTicks(), "tick"),
                  Words.counted(costs.slippageTicks(), "tick"),
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

  private static String commission(CommissionRule rule, Instrument instrument) {
    String words = PlaybookSettings.commission(rule, instrument);
    return rule instanceof CommissionRule.Free ? words : "a commission of " + words;
  }

  /// Such as `stop 2 and target 3 average true ranges of 14 bars away`.
  static String bracket(BracketRules rules) {
    return "stop %s and target %s average true ranges of %d bars away"
        .formatted(plain(rules.stopAtr()), plain(rules.targetAtr()), rules.atrWindow());
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

  static String share(double fraction) {
    return plain(fraction * 100) + " %";
  }

  /// At most six decimal places, without zeros at the end.
  static String plain(double number) {
    return BigDecimal.valueOf(number)
        .setScale(6, RoundingMode.HALF_EVEN)
        .stripTrailingZeros()
        .toPlainString();
  }
}
