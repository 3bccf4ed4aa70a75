/// Chance that can be saved and resumed: a counter-based generator.
@NullMarked
package quorate.domain.chance;

import org.jspecify.annotations.NullMarked;
