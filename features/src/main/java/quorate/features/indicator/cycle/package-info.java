/// How long the market's cycle is, and where in it we are.
@NullMarked
package quorate.features.indicator.cycle;

import org.jspecify.annotations.NullMarked;
