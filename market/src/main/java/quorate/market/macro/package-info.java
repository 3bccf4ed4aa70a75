/// Economic series from files in the form of FRED, each value with the time at which it was out.
@NullMarked
package quorate.market.macro;

import org.jspecify.annotations.NullMarked;
