/// Trades, quotes and smaller bars into bars of several timeframes, by one rule in every mode.
@NullMarked
package quorate.market.bars;

import org.jspecify.annotations.NullMarked;
