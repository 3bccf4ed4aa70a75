/// Specifications of the package of the same name.
@NullMarked
package quorate.market.instrument;

import org.jspecify.annotations.NullMarked;
