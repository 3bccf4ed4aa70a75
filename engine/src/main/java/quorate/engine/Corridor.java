package quorate.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import quorate.domain.Bar;
import quorate.domain.Decision;
import quorate.domain.EventCursor;
import quorate.domain.EventKind;
import quorate.domain.Fill;
import quorate.domain.Holdings;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.BrokerEvent;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.Order;
import quorate.domain.RoundTrip;
import quorate.engine.playbook.CouncilSection.Otherwise;
import quorate.market.feed.Feed;
import quorate.market.tape.Tape;
import quorate.trading.allocation.Allocation;
import quorate.trading.broker.BrokerEvents;
import quorate.trading.broker.SimulatedBroker;
import quorate.trading.ledger.Ledger;
import quorate.trading.order.Bracket;
import quorate.trading.order.BracketOrders;
import quorate.trading.order.Instruction;
import quorate.trading.order.TargetOrders;
import quorate.trading.risk.Approved;
import quorate.trading.risk.Refused;
import quorate.trading.risk.RiskGate;

/// The loop that a market event walks through, room by room:
///
/// ```
/// event → fills → bars → features → decision → target → approved | refused → orders → broker → tape
/// ```
///
/// One thread owns everything in here. The only feedback is [Holdings]: this event's fills are
/// needed by the next event's allocation and risk, and they are one variable of [#run]. An order
/// made on an event meets the market on the next event at the earliest, because the broker sees an
/// event before anybody decides on it.
final class Corridor {
  private static final int PROGRESS_EVENTS = 1 << 16;
  private static final long NEVER = Long.MAX_VALUE;

  private final Desk[] desks;
  private final SimulatedBroker broker;
  private final Ledger ledger;
  private final Allocation allocation;
  private final Otherwise otherwise;
  private final RiskGate risk;
  private final TargetOrders orders;
  private final @Nullable BracketOrders brackets;
  private final Tape tape;
  private final RateNotes rates;
  private final BrokerEvents hear = this::hear;

  private long events;
  private long decisions;
  private long approved;
  private long fills;
  private boolean filled;

  /// Time of the last event.
  private long clockNs = Long.MIN_VALUE;

  /// The first end of a session that any instrument is in.
  private long nextCloseNs = Long.MIN_VALUE;

  /// Time and number of the event at which the equity was last marked.
  private long markedNs = Long.MIN_VALUE;

  private long markedOn = -1;

  /// @param brackets makes the orders in place of `orders` where the playbook trades with brackets
  Corridor(
      Desk[] desks,
      SimulatedBroker broker,
      Ledger ledger,
      Allocation allocation,
      Otherwise otherwise,
      RiskGate risk,
      TargetOrders orders,
      @Nullable BracketOrders brackets,
      Tape tape) {
    this.desks = desks;
    this.broker = broker;
    this.ledger = ledger;
    this.allocation = allocation;
    this.otherwise = otherwise;
    this.risk = risk;
    this.orders = orders;
    this.brackets = brackets;
    this.tape = tape;
    this.rates = new RateNotes(ledger.marks(), tape);
  }

  /// Walks every event of the feed to the end.
  ///
  /// @throws InterruptedRunException when the thread is interrupted
  RunResult run(Feed feed, Progress progress) {
    EventCursor event = new EventCursor();
    Holdings holdings = ledger.holdings(Long.MIN_VALUE);
    long walked = 0;
    while (feed.next(event)) {
      if (!desks[event.instrument].warmUp(event)) {
        holdings = step(event, holdings);
        events++;
      }
      if ((++walked & (PROGRESS_EVENTS - 1)) == 0) {
        progress.at(walked, event.timeNs);
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedRunException();
        }
      }
    }
    return finish(events == 0 ? 0 : clockNs);
  }

  private Holdings step(EventCursor event, Holdings holdings) {
    Desk desk = desks[event.instrument];
    long nowNs = event.timeNs;
    if (nowNs > clockNs && clockNs == markedNs && markedOn < events - 1) {
      // The moment went on after it was marked: the last mark of a time has all its prices.
      markEquity(clockNs);
      markedOn = events - 1;
    }
    long startNs = event.kind == EventKind.BAR ? event.startNs : nowNs;
    Holdings now =
        nowNs > nextCloseNs || startNs >= desk.sessionEndNs()
            ? turnSessions(desk, startNs, nowNs)
            : holdings;
    clockNs = nowNs;
    ledger.moveOn(nowNs);
    broker.onEvent(event);
    now = hearBroker(nowNs, now);
    ledger.mark(event);
    desk.update(event);
    return learn(desk, nowNs, now);
  }

  /// Ends the sessions that are over, in the order of their ends, and enters those that follow.
  ///
  /// The first event at or after a session's end ends it. A bar lies where it starts, so one that
  /// ends at the close belongs to the session it closes; the events of other instruments at that
  /// moment wait for it.
  private Holdings turnSessions(Desk own, long startNs, long nowNs) {
    for (long endNs = firstEnd(own, startNs, nowNs);
        endNs != NEVER;
        endNs = firstEnd(own, startNs, nowNs)) {
      boolean accountsDay = false;
      for (Desk desk : desks) {
        long reachedNs = desk == own ? startNs : nowNs - 1;
        if (desk.sessionEndNs() == endNs && endNs <= reachedNs) {
          endSession(desk, endNs);
          desk.enterSession(reachedNs);
          accountsDay |= desk.number() == 0;
        }
      }
      markClose(Math.max(endNs, clockNs));
      if (accountsDay) {
        ledger.onSessionStart();
      }
    }
    nextCloseNs = NEVER;
    for (Desk desk : desks) {
      nextCloseNs = Math.min(nextCloseNs, desk.sessionEndNs());
    }
    return ledger.holdings(nowNs);
  }

  /// The earliest end of a session that is over; [#NEVER] when none is.
  private long firstEnd(Desk own, long startNs, long nowNs) {
    long first = NEVER;
    for (Desk desk : desks) {
      long endNs = desk.sessionEndNs();
      if (endNs <= (desk == own ? startNs : nowNs - 1)) {
        first = Math.min(first, endNs);
      }
    }
    return first;
  }

  /// Day orders expire, and what is margined is settled at the last price. The account's day is
  /// that of the playbook's first instrument.
  private void endSession(Desk desk, long endNs) {
    if (desk.sessionEndNs() != Long.MIN_VALUE) {
      broker.onSessionEnd(desk.number(), endNs);
      broker.poll(hear);
      ledger.markDaily(desk.number());
    }
  }

  /// What the account was worth when a session closed, unless the event before has just said it.
  private void markClose(long closeNs) {
    if (closeNs > markedNs || markedOn < events - 1) {
      markEquity(closeNs);
    }
  }

  /// Books what the broker has to say.
  private Holdings hearBroker(long nowNs, Holdings holdings) {
    filled = false;
    broker.poll(hear);
    return filled ? ledger.holdings(nowNs) : holdings;
  }

  private void hear(BrokerEvent said) {
    if (said instanceof OrderFilled filling) {
      rates.note(filling.fill().instrument(), filling.timeNs());
    }
    tape.append(said);
    if (said instanceof OrderFilled(long timeNs, Fill fill)) {
      filled = true;
      fills++;
      Optional<RoundTrip> closed = ledger.apply(fill);
      if (closed.isPresent()) {
        tape.append(new JournalEntry.TradeClosed(timeNs, closed.get()));
      }
    }
  }

  /// Learns every bar that the event has closed, which its members judge one by one, and acts once,
  /// as of the newest: after quiet intervals the older ones are history, and nobody could have
  /// traded on them.
  private Holdings learn(Desk desk, long nowNs, Holdings holdings) {
    long asOfNs = Long.MIN_VALUE;
    boolean asks = false;
    for (Bar bar = desk.nextClosed(); bar != null; bar = desk.nextClosed()) {
      asOfNs = Math.max(asOfNs, bar.endNs());
      if (desk.learn(bar)) {
        rates.note(desk.number(), nowNs);
        tape.append(new JournalEntry.BarClosed(nowNs, bar));
        asks = true;
      }
    }
    desk.settle();
    return asks ? decide(desk, asOfNs, nowNs, holdings) : holdings;
  }

  private Holdings decide(Desk desk, long asOfNs, long nowNs, Holdings holdings) {
    markEquity(nowNs);
    Decision decision = desk.decide(asOfNs);
    decisions++;
    boolean news = desk.isNews(decision);
    if (news) {
      tape.append(new JournalEntry.DecisionTaken(nowNs, decision));
    }
    if (brackets != null) {
      brackets.hear(desk.number(), decision.acts() ? (int) Math.signum(decision.direction()) : 0);
    }
    if (!decision.acts()) {
      return otherwise == Otherwise.FLAT ? moveTo(0, desk, nowNs, holdings) : holdings;
    }
    Holdings now = ledger.holdings(nowNs);
    return moveTo(target(decision, news, desk, now), desk, nowNs, now);
  }

  /// The position that the decision asks for, within the limits. Where the limits leave nothing of
  /// it, a new decision still asks for the whole, so that risk refuses it by name and on the tape.
  ///
  /// A position that the allocation finds near enough to what is allowed stays. One that price has
  /// carried out of a limit goes back by half the band more than it must, or the next price would
  /// trade again.
  private long target(Decision decision, boolean news, Desk desk, Holdings holdings) {
    int number = desk.number();
    long held = ledger.quantity(number);
    long wanted = allocation.target(decision, desk.volatilityPerYear(), holdings, ledger.marks());
    if (wanted == held && isWithin(desk, holdings)) {
      return held;
    }
    long allowed = risk.within(number, wanted, holdings, ledger.marks());
    if (allowed == held) {
      return news && !allocation.keeps(held, wanted, wanted) ? wanted : held;
    }
    if (!allocation.keeps(held, wanted, allowed)) {
      return allowed;
    }
    return isWithin(desk, holdings) ? held : inside(allowed, desk);
  }

  private boolean isWithin(Desk desk, Holdings holdings) {
    return risk.keeps(desk.number(), holdings, ledger.exposure(), ledger.marks());
  }

  /// What is allowed, less half the band, in whole lots.
  private long inside(long allowed, Desk desk) {
    double size = Math.abs(allowed) * (1 - allocation.band() / 2);
    return Long.signum(allowed) * desk.instrument().wholeLots((long) size);
  }

  private Holdings moveTo(long target, Desk desk, long nowNs, Holdings holdings) {
    boolean idle = broker.working().count(desk.number()) == 0;
    return idle && target == ledger.quantity(desk.number())
        ? holdings
        : trade(desk, target, nowNs, holdings);
  }

  private Holdings trade(Desk desk, long target, long nowNs, Holdings holdings) {
    for (Instruction step : steps(desk, target, nowNs)) {
      switch (step) {
        case Instruction.Submit(Order order) -> ask(order, nowNs, holdings);
        case Instruction.Enter(Bracket bracket) -> enter(bracket, nowNs, holdings);
        case Instruction.Cancel(long orderId) -> broker.cancel(orderId);
      }
    }
    return hearBroker(nowNs, holdings);
  }

  private List<Instruction> steps(Desk desk, long target, long nowNs) {
    int number = desk.number();
    long held = ledger.quantity(number);
    return brackets == null
        ? orders.toward(number, target, held, broker.working(), nowNs)
        : brackets.toward(
            number,
            target,
            held,
            broker.working(),
            ledger.marks().known(number),
            desk.averageTrueRange(),
            nowNs);
  }

  /// Asks for an entry and, once it is sent, for its ways out; it does not go without both.
  private void enter(Bracket bracket, long nowNs, Holdings holdings) {
    if (ask(bracket.entry(), nowNs, holdings)) {
      Objects.requireNonNull(brackets).entered(bracket.entry().instrument());
      if (!ask(bracket.stop(), nowNs, holdings) || !ask(bracket.target(), nowNs, holdings)) {
        broker.cancel(bracket.entry().id());
      }
    }
  }

  /// Asks risk, and writes the order down before it is sent.
  ///
  /// @return whether risk let it pass
  private boolean ask(Order order, long nowNs, Holdings holdings) {
    return switch (risk.check(order, holdings, broker.working(), ledger.marks())) {
      case Approved passed -> {
        tape.append(new JournalEntry.OrderApproved(nowNs, order));
        approved++;
        broker.submit(passed);
        yield true;
      }
      case Refused(Order refused, String rule, String reason) -> {
        tape.append(new JournalEntry.OrderRefused(nowNs, refused, rule, reason));
        yield false;
      }
    };
  }

  private void markEquity(long nowNs) {
    markedNs = nowNs;
    markedOn = events;
    tape.append(new JournalEntry.EquityMarked(nowNs, ledger.equity(), ledger.exposure()));
  }

  /// Ends every session where the stream ends, proves the books, writes down how it ended and seals
  /// the tape.
  private RunResult finish(long nowNs) {
    long late = 0;
    long outside = 0;
    for (Desk desk : desks) {
      late += desk.late();
      outside += desk.outside();
      endSession(desk, nowNs);
      desk.finish();
      for (@Nullable Bar bar = desk.nextClosed(); bar != null; bar = desk.nextClosed()) {
        if (desk.decidesOn(bar)) {
          tape.append(new JournalEntry.BarClosed(nowNs, bar));
        }
      }
    }
    ledger.reconcile();
    Holdings holdings = ledger.holdings(events == 0 ? Long.MIN_VALUE : nowNs);
    if (events > 0) {
      markEquity(nowNs);
    }
    tape.append(new JournalEntry.RunFinished(nowNs, events, holdings.equity()));
    tape.seal();
    return new RunResult(events, decisions, approved, fills, holdings, late, outside);
  }
}
