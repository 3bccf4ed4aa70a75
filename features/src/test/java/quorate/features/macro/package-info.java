/// Specifications of the package of the same name.
@NullMarked
package quorate.features.macro;

import org.jspecify.annotations.NullMarked;
