package quorate.domain;

/// How long an order stays. The order is part of the tape format: append only.
public enum TimeInForce {
  /// Until filled or cancelled.
  GOOD_TILL_CANCELLED,
  /// Until the end of the session it was accepted in.
  DAY
}
