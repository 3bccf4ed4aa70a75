package quorate.market.tape;

import static quorate.market.tape.JournalKind.*;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import quorate.domain.Bar;
import quorate.domain.Currency;
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
import quorate.domain.Money;
import quorate.domain.Opinion;
import quorate.domain.Order;
import quorate.domain.OrderTerms;
import quorate.domain.Purpose;
import quorate.domain.Rationale;
import quorate.domain.RoundTrip;
import quorate.domain.Side;
import quorate.domain.TimeInForce;
import quorate.domain.Timeframe;
import quorate.domain.Verdict;

/// The bytes of a journal entry to the entry, the mirror of [JournalWriting].
///
/// @param in one entry behind its header, little-endian; read once
@SuppressWarnings(
    "EnumOrdinal") // the order of those enums is part of the format and pinned by a test
record JournalReading(ByteBuffer in) {
  JournalEntry entry(int kind, long timeNs) {
    return switch (kind) {
      case INPUT_REFERENCED -> {
        long fromNs = in.getLong();
        long toNs = in.getLong();
        long events = in.getLong();
        yield new InputReferenced(timeNs, text(), text(), fromNs, toNs, events);
      }
      case DECISION_TAKEN -> new DecisionTaken(timeNs, decision());
      case ORDER_APPROVED -> new OrderApproved(timeNs, order());
      case ORDER_REFUSED -> new OrderRefused(timeNs, order(), text(), text());
      case ORDER_ACCEPTED -> new OrderAccepted(timeNs, in.getLong());
      case ORDER_FILLED -> new OrderFilled(timeNs, fill());
      case ORDER_CANCELLED -> new OrderCancelled(timeNs, in.getLong(), text());
      case ORDER_EXPIRED -> new OrderExpired(timeNs, in.getLong());
      case ORDER_REJECTED -> new OrderRejected(timeNs, in.getLong(), text());
      case TRADE_CLOSED -> new TradeClosed(timeNs, trade());
      case EQUITY_MARKED -> new EquityMarked(timeNs, money(), money());
      case RUN_FINISHED -> new RunFinished(timeNs, in.getLong(), money());
      case BAR_CLOSED -> new BarClosed(timeNs, bar());
      case RATE_MARKED -> new RateMarked(timeNs, money(), money());
      default ->
          throw new IllegalArgumentException(
              "kind must be from %d to %d, but was %d"
                  .formatted(INPUT_REFERENCED, RATE_MARKED, kind));
    };
  }

  private Bar bar() {
    int instrument = in.getInt();
    int flags = in.getInt();
    Timeframe timeframe = new Timeframe(Timeframe.Kind.values()[(int) in.getLong()], in.getLong());
    return new Bar(
        instrument,
        timeframe,
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getInt(),
        flags);
  }

  private Decision decision() {
    int instrument = in.getInt();
    Verdict verdict = Verdict.values()[in.getInt()];
    long asOfNs = in.getLong();
    double direction = in.getDouble();
    double confidence = in.getDouble();
    double agreement = in.getDouble();
    int count = in.getInt();
    List<MemberOpinion> members = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      members.add(member());
    }
    return new Decision(instrument, asOfNs, verdict, direction, confidence, agreement, members);
  }

  private MemberOpinion member() {
    double weight = in.getDouble();
    if (in.get() == ABSTENTION) {
      String name = text();
      return new MemberOpinion(name, weight, new Opinion.Abstention(words()));
    }
    double direction = in.getDouble();
    double confidence = in.getDouble();
    long horizonNs = in.getLong();
    String name = text();
    return new MemberOpinion(
        name, weight, new Opinion.Stance(direction, confidence, horizonNs, words()));
  }

  private Rationale words() {
    return Rationale.of(text().replace("%", "%%"));
  }

  private Order order() {
    long id = in.getLong();
    int instrument = in.getInt();
    Side side = Side.values()[in.get()];
    byte kind = in.get();
    long price = in.getLong();
    OrderTerms terms =
        switch (kind) {
          case MARKET -> OrderTerms.MARKET;
          case LIMIT -> new OrderTerms.Limit(price);
          case STOP -> new OrderTerms.Stop(price);
          default ->
              throw new IllegalArgumentException("order terms must be 0 to 2, but were " + kind);
        };
    long quantity = in.getLong();
    TimeInForce timeInForce = TimeInForce.values()[in.get()];
    Purpose purpose = Purpose.values()[in.get()];
    return new Order(
        id,
        instrument,
        side,
        terms,
        quantity,
        timeInForce,
        in.getLong(),
        in.getLong(),
        purpose,
        in.getLong());
  }

  private Fill fill() {
    long orderId = in.getLong();
    int instrument = in.getInt();
    Side side = Side.values()[in.get()];
    return new Fill(
        orderId,
        instrument,
        in.getLong(),
        side,
        in.getLong(),
        in.getLong(),
        money(),
        money(),
        money());
  }

  private RoundTrip trade() {
    int instrument = in.getInt();
    Side side = Side.values()[in.get()];
    return new RoundTrip(
        instrument,
        side,
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getDouble(),
        in.getDouble(),
        money(),
        money(),
        money(),
        money(),
        money(),
        money());
  }

  private Money money() {
    long units = in.getLong();
    StringBuilder code = new StringBuilder();
    for (long letters = in.getLong(); letters != 0; letters >>>= 8) {
      code.append((char) (letters & 0xFF));
    }
    return Money.ofUnits(units, Currency.of(code.toString()));
  }

  private String text() {
    byte[] bytes = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
