/// What moves parameters down a gradient: optimisers, schedules, clipping.
@NullMarked
package quorate.learning.optimiser;

import org.jspecify.annotations.NullMarked;
