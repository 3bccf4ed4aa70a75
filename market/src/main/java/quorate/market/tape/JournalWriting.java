package quorate.market.tape;

import static quorate.market.tape.JournalKind.*;

import quorate.domain.Bar;
import quorate.domain.Decision;
import quorate.domain.Fill;
import quorate.domain.JournalEntry;
import quorate.domain.JournalEntry.BarClosed;
import quorate.domain.JournalEntry.DecisionTaken;
import quorate.domain.JournalEntry.EquityMarked;
import quorate.domain.JournalEntry.InputReferenced;
import quorate.domain.JournalEntry.OrderAccepted;
import quorate.domain.JournalEntry.OrderApproved;
import quorate.domain.JournalEntry.OrderCancelled;
import quorate.domain.JournalEntry.OrderExpired;
import quorate.domain.JournalEntry.OrderFilled;
import quorate.domain.JournalEntry.OrderRefused;
import quorate.domain.JournalEntry.OrderRejected;
import quorate.domain.JournalEntry.RateMarked;
import quorate.domain.JournalEntry.RunFinished;
import quorate.domain.JournalEntry.TradeClosed;
import quorate.domain.MemberOpinion;
import quorate.domain.Opinion;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.RoundTrip;

/// A journal entry to its bytes: fixed fields in the order of the record, then texts.
///
/// @param out takes the bytes behind the entry's header
@SuppressWarnings(
    "EnumOrdinal") // the order of those enums is part of the format and pinned by a test
record JournalWriting(EntryBytes out) {
  /// What is written at every bar is looked for first.
  ///
  /// @return the entry's kind
  int write(JournalEntry entry) {
    return switch (entry) {
      case BarClosed e -> bar(e.bar());
      case EquityMarked e -> equity(e);
      case DecisionTaken e -> decision(e.decision());
      case OrderApproved e -> approved(e.order());
      case OrderRefused e -> refused(e);
      case OrderAccepted e -> order(e.orderId(), ORDER_ACCEPTED);
      case OrderFilled e -> fill(e.fill());
      case OrderCancelled e -> order(e.orderId(), e.reason(), ORDER_CANCELLED);
      case OrderExpired e -> order(e.orderId(), ORDER_EXPIRED);
      case OrderRejected e -> order(e.orderId(), e.reason(), ORDER_REJECTED);
      case TradeClosed e -> trade(e.trade());
      case RateMarked e -> rate(e);
      case InputReferenced e -> input(e);
      case RunFinished e -> finished(e);
    };
  }

  private int equity(EquityMarked mark) {
    out.putMoney(mark.equity()).putMoney(mark.exposure());
    return EQUITY_MARKED;
  }

  private int rate(RateMarked mark) {
    out.putMoney(mark.amount()).putMoney(mark.worth());
    return RATE_MARKED;
  }

  private int input(InputReferenced input) {
    out.putLong(input.fromNs()).putLong(input.toNs()).putLong(input.events());
    out.putText(input.source()).putText(input.checksum());
    return INPUT_REFERENCED;
  }

  private int finished(RunFinished end) {
    out.putLong(end.events()).putMoney(end.equity());
    return RUN_FINISHED;
  }

  private int approved(Order order) {
    order(order);
    return ORDER_APPROVED;
  }

  private int refused(OrderRefused refusal) {
    order(refusal.order());
    out.putText(refusal.rule()).putText(refusal.reason());
    return ORDER_REFUSED;
  }

  private int order(long orderId, int kind) {
    out.putLong(orderId);
    return kind;
  }

  private int order(long orderId, String reason, int kind) {
    out.putLong(orderId).putText(reason);
    return kind;
  }

  private int bar(Bar bar) {
    out.putInt(bar.instrument()).putInt(bar.flags());
    out.putLong(bar.timeframe().kind().ordinal()).putLong(bar.timeframe().size());
    out.putLong(bar.startNs()).putLong(bar.endNs());
    out.putLong(bar.open()).putLong(bar.high()).putLong(bar.low()).putLong(bar.close());
    out.putLong(bar.volume()).putInt(bar.trades());
    return BAR_CLOSED;
  }

  private int decision(Decision decision) {
    out.putInt(decision.instrument()).putInt(decision.verdict().ordinal());
    out.putLong(decision.asOfNs());
    out.putDouble(decision.direction()).putDouble(decision.confidence());
    out.putDouble(decision.agreement());
    out.putInt(decision.members().size());
    for (MemberOpinion member : decision.members()) {
      out.putDouble(member.weight());
      switch (member.opinion()) {
        case Opinion.Stance stance ->
            out.putByte(STANCE)
                .putDouble(stance.direction())
                .putDouble(stance.confidence())
                .putLong(stance.horizonNs());
        case Opinion.Abstention abstention -> out.putByte(ABSTENTION);
      }
      out.putText(member.member()).putText(member.opinion().rationale().text());
    }
    return DECISION_TAKEN;
  }

  private void order(Order order) {
    out.putLong(order.id()).putInt(order.instrument());
    out.putByte(order.side().ordinal());
    switch (order.terms()) {
      case OrderTerms.Market terms -> out.putByte(MARKET).putLong(0);
      case OrderTerms.Limit terms -> out.putByte(LIMIT).putLong(terms.price());
      case OrderTerms.Stop terms -> out.putByte(STOP).putLong(terms.price());
    }
    out.putLong(order.quantity());
    out.putByte(order.timeInForce().ordinal());
    out.putByte(order.purpose().ordinal());
    out.putLong(order.group()).putLong(order.parent()).putLong(order.createdNs());
  }

  private int fill(Fill fill) {
    out.putLong(fill.orderId()).putInt(fill.instrument());
    out.putByte(fill.side().ordinal());
    out.putLong(fill.timeNs()).putLong(fill.price()).putLong(fill.quantity());
    out.putMoney(fill.commission()).putMoney(fill.spread()).putMoney(fill.slippage());
    return ORDER_FILLED;
  }

  private int trade(RoundTrip trade) {
    out.putInt(trade.instrument());
    out.putByte(trade.side().ordinal());
    out.putLong(trade.quantity()).putLong(trade.openedNs()).putLong(trade.closedNs());
    out.putDouble(trade.entryPrice()).putDouble(trade.exitPrice());
    out.putMoney(trade.grossProfit()).putMoney(trade.commission());
    out.putMoney(trade.spread()).putMoney(trade.slippage());
    out.putMoney(trade.worstExcursion()).putMoney(trade.bestExcursion());
    return TRADE_CLOSED;
  }
}
