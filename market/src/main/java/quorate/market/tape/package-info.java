/// The tape: one binary format for a recorded feed, the journal of a run and the source of a
/// replay.
///
/// `docs/tape.md` is the specification of its bytes.
@NullMarked
package quorate.market.tape;

import org.jspecify.annotations.NullMarked;
