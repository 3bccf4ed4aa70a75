/// Specifications of the package of the same name.
@NullMarked
package quorate.market.feed;

import org.jspecify.annotations.NullMarked;
