/// Indicators that weigh prices by volume.
@NullMarked
package quorate.features.indicator.volume;

import org.jspecify.annotations.NullMarked;
