/// What a policy has just lived through, and what it was worth.
@NullMarked
package quorate.learning.rollout;

import org.jspecify.annotations.NullMarked;
