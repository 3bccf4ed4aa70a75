/// Specifications of the package of the same name.
@NullMarked
package quorate.features.asof;

import org.jspecify.annotations.NullMarked;
