/// Indicators as small streaming classes: one bar in, one value out, nothing allocated.
@NullMarked
package quorate.features.indicator;

import org.jspecify.annotations.NullMarked;
