package quorate.language.lexicon;

/// One entry of a lexicon.
///
/// @param role what it does in a sentence
/// @param weight see the roles
/// @param words how many tokens it has
record Term(Role role, double weight, int words) {
  /// What a term does.
  enum Role {
    /// Good (+) or bad (−) news by itself.
    POLAR,
    /// Something goes up, so strongly.
    RISE,
    /// Something goes down, so strongly.
    FALL,
    /// A thing whose rise is good news; the weight is what it says by itself.
    GOOD,
    /// A thing whose rise is bad news.
    BAD,
    /// Turns what follows; the weight is what remains of it.
    NEGATION,
    /// Multiplies what follows.
    INTENSITY,
    /// What follows is what something is compared with.
    CONTRAST
  }
}
