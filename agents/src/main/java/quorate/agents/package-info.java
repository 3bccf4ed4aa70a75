/// The doorway of the room: what an agent is, how one is made and what it may be told.
///
/// The agents that ship with Quorate are in `rule`, those a user writes come through `source`, both
/// are found by name in `catalogue`, and `council` makes one decision out of many opinions.
@NullMarked
package quorate.agents;

import org.jspecify.annotations.NullMarked;
