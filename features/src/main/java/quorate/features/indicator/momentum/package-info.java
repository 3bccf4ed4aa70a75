/// How fast prices move.
@NullMarked
package quorate.features.indicator.momentum;

import org.jspecify.annotations.NullMarked;
