package quorate.research.council;

/// How often a member of the council abstained for one cause.
///
/// @param votes decisions that said something new in which it did
/// @param bars of those that the council was asked on, on which it did
/// @param first its reason the first time, for a person; empty where it never did
public record Abstentions(int votes, int bars, String first) {
  public static final Abstentions NONE = new Abstentions(0, 0, "");
}
