/// Signatures of paths: what happened in a window, as numbers that do not ask how fast.
@NullMarked
package quorate.features.indicator.signature;

import org.jspecify.annotations.NullMarked;
