/// The corridor: one deterministic loop that takes an event through every room.
@NullMarked
package quorate.engine;

import org.jspecify.annotations.NullMarked;
