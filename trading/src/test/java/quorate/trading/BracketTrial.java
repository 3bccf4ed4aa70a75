package quorate.trading;

import java.util.ArrayList;
import java.util.List;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Side;
import quorate.trading.broker.SimulatedBroker;
import quorate.trading.order.Bracket;
import quorate.trading.order.BracketOrders;
import quorate.trading.order.BracketRules;
import quorate.trading.order.Instruction;
import quorate.trading.order.OrderIds;
import quorate.trading.risk.Approved;

/// A trading room whose council is played by the test, trading with brackets as the engine does.
public final class BracketTrial {
  public final Desk desk;
  public final OrderIds ids = OrderIds.fromOne();
  private final BracketOrders brackets;
  private final double atr;

  /// Orders asked for and what became of others, since last looked at.
  private final List<String> heard = new ArrayList<>();

  public BracketTrial(Desk desk, BracketRules rules, double atr) {
    this.desk = desk;
    this.atr = atr;
    brackets = new BracketOrders(desk.instruments, desk.gate.limits(), ids, rules);
  }

  /// The council acts and wants this position; 0 is flat.
  public void acts(long target) {
    brackets.hear(0, Long.signum(target));
    move(target);
  }

  /// The council is not quorate, and what is open is held.
  public void isSilent() {
    brackets.hear(0, 0);
  }

  private void move(long target) {
    SimulatedBroker broker = desk.broker;
    long held = desk.ledger.quantity(0);
    List<Instruction> steps =
        brackets.toward(
            0, target, held, broker.working(), desk.ledger.marks().known(0), atr, desk.nowNs());
    for (Instruction step : steps) {
      switch (step) {
        case Instruction.Submit(Order order) -> ask(order);
        case Instruction.Enter(Bracket bracket) -> {
          if (ask(bracket.entry())) {
            brackets.entered(0);
            ask(bracket.stop());
            ask(bracket.target());
          }
        }
        case Instruction.Cancel(long orderId) -> {
          broker.cancel(orderId);
          desk.listen();
          heard.addAll(desk.news());
          desk.said.clear();
        }
      }
    }
  }

  private boolean ask(Order order) {
    boolean passed = desk.send(order) instanceof Approved;
    heard.add(passed ? sentence(order) : "order %d is refused".formatted(order.id()));
    return passed;
  }

  private static String sentence(Order order) {
    return "order %d %s %d %s"
        .formatted(
            order.id(),
            order.side() == Side.BUY ? "buy" : "sell",
            order.quantity(),
            switch (order.terms()) {
              case OrderTerms.Market market -> "market";
              case OrderTerms.Limit(long price) -> "limit " + Desk.ES.formatPrice(price);
              case OrderTerms.Stop(long price) -> "stop " + Desk.ES.formatPrice(price);
            });
  }

  /// What has happened since the last call, as `docs/fills.md` writes it.
  public List<String> news() {
    List<String> news = new ArrayList<>(heard);
    news.addAll(desk.news());
    heard.clear();
    desk.said.clear();
    return news;
  }

  /// ES with an average true range of one point: stop 1.5 points away, target 3.
  public static BracketTrial frictionless() {
    BracketTrial trial = new BracketTrial(Desk.frictionless(), BracketRules.defaults(), 1);
    trial.desk.trade("100.00", 1);
    return trial;
  }
}
