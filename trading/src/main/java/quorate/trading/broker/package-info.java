/// The doorway to a venue, and the simulated venue behind it.
@NullMarked
package quorate.trading.broker;

import org.jspecify.annotations.NullMarked;
