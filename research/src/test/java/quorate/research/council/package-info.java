/// Tests of the council's statistics.
@NullMarked
package quorate.research.council;

import org.jspecify.annotations.NullMarked;
