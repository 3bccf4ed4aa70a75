package quorate.market.quality;

/// What happens to a row with a finding.
public enum Action {
  /// It goes to quarantine.
  REJECT,
  /// It is kept and marked with the finding's flag; an off-grid number is rounded to the grid.
  FLAG,
  /// It is kept as if nothing were wrong; an off-grid number is rounded to the instrument's scale.
  IGNORE
}
