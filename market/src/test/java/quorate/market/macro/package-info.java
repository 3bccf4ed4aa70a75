/// Specifications of the package of the same name.
@NullMarked
package quorate.market.macro;

import org.jspecify.annotations.NullMarked;
