/// Specifications of the package of the same name.
@NullMarked
package quorate.market.quality;

import org.jspecify.annotations.NullMarked;
