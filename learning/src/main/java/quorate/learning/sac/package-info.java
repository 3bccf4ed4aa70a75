/// Learning to act with continuous actions and as much chance as pays: soft actor-critic.
@NullMarked
package quorate.learning.sac;

import org.jspecify.annotations.NullMarked;
