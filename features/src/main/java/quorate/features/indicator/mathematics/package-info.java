/// Sums and extremes of any series.
@NullMarked
package quorate.features.indicator.mathematics;

import org.jspecify.annotations.NullMarked;
