package quorate.market.tape;

/// The numbers of journal entries on a tape; those below 16 are market events.
final class JournalKind {
  static final int INPUT_REFERENCED = 16;
  static final int DECISION_TAKEN = 17;
  static final int ORDER_APPROVED = 18;
  static final int ORDER_REFUSED = 19;
  static final int ORDER_ACCEPTED = 20;
  static final int ORDER_FILLED = 21;
  static final int ORDER_CANCELLED = 22;
  static final int ORDER_EXPIRED = 23;
  static final int ORDER_REJECTED = 24;
  static final int TRADE_CLOSED = 25;
  static final int EQUITY_MARKED = 26;
  static final int RUN_FINISHED = 27;
  static final int BAR_CLOSED = 28;
  static final int RATE_MARKED = 29;

  /// Of an order's terms.
  static final byte MARKET = 0;

  static final byte LIMIT = 1;
  static final byte STOP = 2;

  /// Of an opinion.
  static final byte STANCE = 0;

  static final byte ABSTENTION = 1;

  private JournalKind() {}
}
