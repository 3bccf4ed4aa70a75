/// What holds of agents, their parameters and their council.
@NullMarked
package quorate.agents;

import org.jspecify.annotations.NullMarked;
