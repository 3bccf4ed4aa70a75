/// Specifications of `quorate bench`.
@NullMarked
package quorate.app.bench;

import org.jspecify.annotations.NullMarked;
