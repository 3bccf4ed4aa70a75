/// Specifications of the package of the same name.
@NullMarked
package quorate.market.calendar;

import org.jspecify.annotations.NullMarked;
