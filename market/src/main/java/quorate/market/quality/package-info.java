/// What makes a row unfit to trade on, and where it goes then.
@NullMarked
package quorate.market.quality;

import org.jspecify.annotations.NullMarked;
