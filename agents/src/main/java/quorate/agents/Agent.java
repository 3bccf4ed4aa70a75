package quorate.agents;

import quorate.domain.Observation;
import quorate.domain.Opinion;
import quorate.domain.View;

/// A member of the council.
///
/// Pure but for its own model: the same observation gives the same opinion, no clock, no file, no
/// unseeded chance. An agent that throws abstains, and the vote goes on. One agent serves one
/// instrument.
public interface Agent {
  /// What it needs to see; asked once, before the first observation.
  View view();

  /// Its opinion on what it sees.
  ///
  /// @param seen a complete observation in the shape of [#view]
  Opinion opine(Observation seen);
}
