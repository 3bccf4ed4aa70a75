/// What holds of the vote.
@NullMarked
package quorate.agents.council;

import org.jspecify.annotations.NullMarked;
