/// Specifications of the package of the same name.
@NullMarked
package quorate.market.source;

import org.jspecify.annotations.NullMarked;
