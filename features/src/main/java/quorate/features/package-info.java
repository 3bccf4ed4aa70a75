/// Streaming indicators and the observations built from them.
@NullMarked
package quorate.features;

import org.jspecify.annotations.NullMarked;
