/// Saving and loading what streams remember, bit for bit.
@NullMarked
package quorate.features.state;

import org.jspecify.annotations.NullMarked;
