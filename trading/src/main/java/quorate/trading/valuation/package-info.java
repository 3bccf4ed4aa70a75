/// Last prices and currency rates: what a position is worth in the base currency.
@NullMarked
package quorate.trading.valuation;

import org.jspecify.annotations.NullMarked;
