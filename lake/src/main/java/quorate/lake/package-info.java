/// Bronze, silver and tapes: what came in, cleaned, and ready to be read at full speed.
@NullMarked
package quorate.lake;

import org.jspecify.annotations.NullMarked;
