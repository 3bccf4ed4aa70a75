package quorate.agents.council;

/// What a stance without a side, the wish to be flat, counts for in the vote.
public enum FlatStance {
  /// Flat is a side like long and short: it may win, and then the council acts to be flat.
  SIDE,
  /// Flat gives way: it counts as an abstention as soon as any member is long or short, and as a
  /// side when none is. For councils of specialists, whose "nothing here for me" should not stop
  /// the one who sees something.
  YIELDS,
  /// Flat is an abstention, always: the council leaves a position only for the other side.
  ABSTAINS
}
