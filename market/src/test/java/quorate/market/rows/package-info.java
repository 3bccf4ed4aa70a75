/// Specifications of the package of the same name.
@NullMarked
package quorate.market.rows;

import org.jspecify.annotations.NullMarked;
