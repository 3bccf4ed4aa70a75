/// Specifications of the package of the same name.
@NullMarked
package quorate.market.yaml;

import org.jspecify.annotations.NullMarked;
