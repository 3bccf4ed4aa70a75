/// Many opinions in, one decision out: a weighted vote with abstention, quorum and agreement.
///
/// The face is [quorate.agents.council.Council]; [quorate.agents.council.Consensus] holds the
/// mathematics of the vote and nothing else.
@NullMarked
package quorate.agents.council;

import org.jspecify.annotations.NullMarked;
