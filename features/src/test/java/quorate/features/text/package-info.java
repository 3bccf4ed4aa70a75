/// Specifications of the package of the same name.
@NullMarked
package quorate.features.text;

import org.jspecify.annotations.NullMarked;
