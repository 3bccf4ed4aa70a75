/// Sums, moments and extremes over a moving window: the arithmetic under the indicators.
@NullMarked
package quorate.features.rolling;

import org.jspecify.annotations.NullMarked;
