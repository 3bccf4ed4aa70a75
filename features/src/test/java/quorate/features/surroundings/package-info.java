/// Specifications of the package of the same name.
@NullMarked
package quorate.features.surroundings;

import org.jspecify.annotations.NullMarked;
