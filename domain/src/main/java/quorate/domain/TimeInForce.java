package quorate.domain;

/// How long an order stays. The order is part of the tape format: append only.
public enum TimeInForce {
  /// Until filled or cancelled.
  GOOD_TILL_CANCELLED,
  /// Until the end of the session it was accepted in.
  ///
  /// No playbook makes such orders: they trade at the market and by brackets, which must outlive a
  /// session. It stands because it belongs to what a broker is asked and to the tape's format, and
  /// the simulated venue answers it as `docs/fills.md` says.
  DAY
}
