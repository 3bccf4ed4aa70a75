package quorate.agents.council;

import quorate.agents.Agent;

/// A seat in the council of one instrument.
///
/// @param name as the playbook calls it; different for every seat
/// @param weight voting weight, positive and finite; only the ratios between members matter
/// @param agent serves this instrument only
public record CouncilMember(String name, double weight, Agent agent) {
  public CouncilMember {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a member of the council must have a name");
    }
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "weight must be positive and finite, but was %s (member \"%s\")".formatted(weight, name));
    }
  }
}
