/// Proximal policy optimisation.
@NullMarked
package quorate.learning.ppo;

import org.jspecify.annotations.NullMarked;
