package quorate.learning.graph;

/// What becomes of the numbers along an axis.
public enum ReductionKind {
  SUM,
  MEAN,
  MAXIMUM
}
