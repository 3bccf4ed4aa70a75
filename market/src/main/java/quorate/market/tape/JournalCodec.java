package quorate.market.tape;

import static quorate.market.tape.TapeFormat.BLOCK_PAYLOAD_BYTES;
import static quorate.market.tape.TapeFormat.ENTRY_HEADER_BYTES;
import static quorate.market.tape.TapeFormat.head;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
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

/// Journal entries to bytes and back: fixed fields in the order of the record, then texts.
///
/// Texts are UTF-8 with a two-byte length; one longer than 4,096 bytes is cut at a character. The
/// same entry always gives the same bytes, which is what a replay compares. Not for use by two
/// threads.
@SuppressWarnings(
    "EnumOrdinal") // the order of those enums is part of the format and pinned by a test
public final class JournalCodec {
  private static final int INPUT_REFERENCED = 16;
  private static final int DECISION_TAKEN = 17;
  private static final int ORDER_APPROVED = 18;
  private static final int ORDER_REFUSED = 19;
  private static final int ORDER_ACCEPTED = 20;
  private static final int ORDER_FILLED = 21;
  private static final int ORDER_CANCELLED = 22;
  private static final int ORDER_EXPIRED = 23;
  private static final int ORDER_REJECTED = 24;
  private static final int TRADE_CLOSED = 25;
  private static final int EQUITY_MARKED = 26;
  private static final int RUN_FINISHED = 27;
  private static final int BAR_CLOSED = 28;

  private static final int MAX_TEXT_BYTES = 4096;
  private static final byte MARKET = 0;
  private static final byte LIMIT = 1;
  private static final byte STOP = 2;
  private static final byte STANCE = 0;
  private static final byte ABSTENTION = 1;

  private ByteBuffer out = ByteBuffer.allocate(BLOCK_PAYLOAD_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  /// The entry's bytes with its header, a whole number of 8-byte words.
  ///
  /// @return a buffer that the next call overwrites
  /// @throws TapeException when the entry does not fit a block
  public ByteBuffer encode(JournalEntry entry) {
    out.clear().position(ENTRY_HEADER_BYTES);
    int kind;
    try {
      kind = body(entry);
    } catch (BufferOverflowException e) {
      throw new TapeException(
          "an entry must fit a block of %d bytes, but did not: %s"
              .formatted(BLOCK_PAYLOAD_BYTES, entry.getClass().getSimpleName()),
          e);
    }
    while (out.position() % 8 != 0) {
      out.put((byte) 0);
    }
    out.putLong(0, head(kind, out.position() / 8, 0, 0));
    out.putLong(8, entry.timeNs());
    return out.flip();
  }

  private int body(JournalEntry entry) {
    return switch (entry) {
      case InputReferenced e -> {
        out.putLong(e.fromNs()).putLong(e.toNs()).putLong(e.events());
        text(e.source());
        text(e.checksum());
        yield INPUT_REFERENCED;
      }
      case BarClosed e -> {
        bar(e.bar());
        yield BAR_CLOSED;
      }
      case DecisionTaken e -> {
        decision(e.decision());
        yield DECISION_TAKEN;
      }
      case OrderApproved e -> {
        order(e.order());
        yield ORDER_APPROVED;
      }
      case OrderRefused e -> {
        order(e.order());
        text(e.rule());
        text(e.reason());
        yield ORDER_REFUSED;
      }
      case OrderAccepted e -> {
        out.putLong(e.orderId());
        yield ORDER_ACCEPTED;
      }
      case OrderFilled e -> {
        fill(e.fill());
        yield ORDER_FILLED;
      }
      case OrderCancelled e -> {
        out.putLong(e.orderId());
        text(e.reason());
        yield ORDER_CANCELLED;
      }
      case OrderExpired e -> {
        out.putLong(e.orderId());
        yield ORDER_EXPIRED;
      }
      case OrderRejected e -> {
        out.putLong(e.orderId());
        text(e.reason());
        yield ORDER_REJECTED;
      }
      case TradeClosed e -> {
        trade(e.trade());
        yield TRADE_CLOSED;
      }
      case EquityMarked e -> {
        money(e.equity());
        money(e.exposure());
        yield EQUITY_MARKED;
      }
      case RunFinished e -> {
        out.putLong(e.events());
        money(e.equity());
        yield RUN_FINISHED;
      }
    };
  }

  private void bar(Bar bar) {
    out.putInt(bar.instrument()).putInt(bar.flags());
    out.putLong(bar.timeframe().kind().ordinal()).putLong(bar.timeframe().size());
    out.putLong(bar.startNs()).putLong(bar.endNs());
    out.putLong(bar.open()).putLong(bar.high()).putLong(bar.low()).putLong(bar.close());
    out.putLong(bar.volume()).putInt(bar.trades());
  }

  private void decision(Decision decision) {
    out.putInt(decision.instrument()).putInt(decision.verdict().ordinal());
    out.putLong(decision.asOfNs());
    out.putDouble(decision.direction());
    out.putDouble(decision.confidence());
    out.putDouble(decision.agreement());
    out.putInt(decision.members().size());
    for (MemberOpinion member : decision.members()) {
      out.putDouble(member.weight());
      switch (member.opinion()) {
        case Opinion.Stance stance ->
            out.put(STANCE)
                .putDouble(stance.direction())
                .putDouble(stance.confidence())
                .putLong(stance.horizonNs());
        case Opinion.Abstention abstention -> out.put(ABSTENTION);
      }
      text(member.member());
      text(member.opinion().rationale().text());
    }
  }

  private void order(Order order) {
    out.putLong(order.id()).putInt(order.instrument());
    out.put((byte) order.side().ordinal());
    switch (order.terms()) {
      case OrderTerms.Market terms -> out.put(MARKET).putLong(0);
      case OrderTerms.Limit terms -> out.put(LIMIT).putLong(terms.price());
      case OrderTerms.Stop terms -> out.put(STOP).putLong(terms.price());
    }
    out.putLong(order.quantity());
    out.put((byte) order.timeInForce().ordinal());
    out.put((byte) order.purpose().ordinal());
    out.putLong(order.group()).putLong(order.parent()).putLong(order.createdNs());
  }

  private void fill(Fill fill) {
    out.putLong(fill.orderId()).putInt(fill.instrument());
    out.put((byte) fill.side().ordinal());
    out.putLong(fill.timeNs()).putLong(fill.price()).putLong(fill.quantity());
    money(fill.commission());
    money(fill.spread());
    money(fill.slippage());
  }

  private void trade(RoundTrip trade) {
    out.putInt(trade.instrument());
    out.put((byte) trade.side().ordinal());
    out.putLong(trade.quantity()).putLong(trade.openedNs()).putLong(trade.closedNs());
    out.putDouble(trade.entryPrice()).putDouble(trade.exitPrice());
    money(trade.grossProfit());
    money(trade.commission());
    money(trade.spread());
    money(trade.slippage());
    money(trade.worstExcursion());
    money(trade.bestExcursion());
  }

  /// Units and the code's letters, the first lowest, in one word each: equity is marked at every
  /// bar.
  private void money(Money money) {
    String code = money.currency().code();
    long letters = 0;
    for (int i = 0; i < code.length(); i++) {
      letters |= (long) code.charAt(i) << (8 * i);
    }
    out.putLong(money.units()).putLong(letters);
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int length = bytes.length;
    if (length > MAX_TEXT_BYTES) {
      length = MAX_TEXT_BYTES;
      while ((bytes[length] & 0xC0) == 0x80) {
        length--;
      }
    }
    out.putShort((short) length).put(bytes, 0, length);
  }

  /// The entry that these bytes stand for.
  ///
  /// @param bytes one entry with its header, little-endian
  /// @throws TapeException when the bytes are no journal entry
  public JournalEntry decode(ByteBuffer bytes) {
    ByteBuffer in = bytes.slice().order(ByteOrder.LITTLE_ENDIAN);
    int kind = TapeFormat.kind(in.getLong());
    long timeNs = in.getLong();
    try {
      return new Reading(in).entry(kind, timeNs);
    } catch (RuntimeException e) {
      throw new TapeException(
          "journal entry of kind %d at %d cannot be read: %s"
              .formatted(kind, timeNs, e.getMessage()),
          e);
    }
  }

  /// The mirror of the writing half, over one entry's bytes.
  private record Reading(ByteBuffer in) {
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
        default ->
            throw new IllegalArgumentException(
                "kind must be from %d to %d, but was %d"
                    .formatted(INPUT_REFERENCED, BAR_CLOSED, kind));
      };
    }

    private Bar bar() {
      int instrument = in.getInt();
      int flags = in.getInt();
      Timeframe timeframe =
          new Timeframe(Timeframe.Kind.values()[(int) in.getLong()], in.getLong());
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
}
