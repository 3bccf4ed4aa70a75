/// What trading costs: spread and slippage in ticks, commission by rule.
@NullMarked
package quorate.trading.cost;

import org.jspecify.annotations.NullMarked;
