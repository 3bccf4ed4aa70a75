/// What holds of the agents that ship with Quorate.
@NullMarked
package quorate.agents.rule;

import org.jspecify.annotations.NullMarked;
