package quorate.domain;

/// How a council's vote ended. The order is part of the tape format: append only.
public enum Verdict {
  /// Quorate: enough members agree, confidently enough.
  ACT("the council is quorate"),
  /// Too many members abstained.
  NO_QUORUM("too few members have a view"),
  /// The members that voted do not agree.
  NO_AGREEMENT("the members do not agree"),
  /// They agree, but not confidently enough.
  LOW_CONFIDENCE("the members agree without enough confidence");

  private final String sentence;

  Verdict(String sentence) {
    this.sentence = sentence;
  }

  /// For a person.
  public String sentence() {
    return sentence;
  }
}
