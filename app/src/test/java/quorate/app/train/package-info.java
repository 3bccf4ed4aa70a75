/// Specifications of `quorate bench`.
@NullMarked
package quorate.app.train;

import org.jspecify.annotations.NullMarked;
