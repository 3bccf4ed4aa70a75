package quorate.domain;

/// An opinion with the name and the voting weight of the member that holds it.
///
/// @param member name in the playbook
/// @param weight voting weight, positive and finite
/// @param opinion what it said
public record MemberOpinion(String member, double weight, Opinion opinion) {
  public MemberOpinion {
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight must be positive and finite, but was %s (member \"%s\")"
              .formatted(weight, member));
    }
  }
}
