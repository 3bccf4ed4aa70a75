/// What holds of agents that users write.
@NullMarked
package quorate.agents.source;

import org.jspecify.annotations.NullMarked;
