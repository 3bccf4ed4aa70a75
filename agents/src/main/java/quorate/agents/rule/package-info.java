/// The agents that follow a rule a person can write down: with the trend, and against the stretch.
@NullMarked
package quorate.agents.rule;

import org.jspecify.annotations.NullMarked;
