/// From a decision to the position that it asks for.
@NullMarked
package quorate.trading.allocation;

import org.jspecify.annotations.NullMarked;
