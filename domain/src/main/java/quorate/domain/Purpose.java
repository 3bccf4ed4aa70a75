package quorate.domain;

/// What an order is for. The order is part of the tape format: append only.
public enum Purpose {
  /// Moves the position to the council's target.
  TARGET_POSITION,
  /// Opens a bracket.
  ENTRY,
  /// Takes the loss of a bracket.
  STOP_LOSS,
  /// Takes the profit of a bracket.
  TAKE_PROFIT,
  /// Closes what is open: end of session, time stop, kill.
  FLATTEN
}
