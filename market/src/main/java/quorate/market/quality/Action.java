package quorate.market.quality;

/// What happens to a row with a finding.
public enum Action {
  /// It goes to quarantine.
  REJECT,
  /// It is kept and marked with the finding's flag. An off-grid number stays as it is, rounded only
  /// to the decimal places of its instrument: adjusted series live between the ticks.
  FLAG,
  /// It is kept as if nothing were wrong.
  IGNORE
}
