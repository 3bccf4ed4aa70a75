/// Specifications of the package of the same name.
@NullMarked
package quorate.market.text;

import org.jspecify.annotations.NullMarked;
