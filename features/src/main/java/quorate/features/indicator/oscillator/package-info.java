/// Where prices stand in their range, and how one-sidedly they move.
@NullMarked
package quorate.features.indicator.oscillator;

import org.jspecify.annotations.NullMarked;
