/// The `quorate` command and its wiring.
@NullMarked
package quorate.app;

import org.jspecify.annotations.NullMarked;
