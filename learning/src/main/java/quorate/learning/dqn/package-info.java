/// Learning what each choice is worth: deep Q-networks.
@NullMarked
package quorate.learning.dqn;

import org.jspecify.annotations.NullMarked;
