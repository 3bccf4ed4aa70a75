/// How widely prices move: ranges, bands and channels.
@NullMarked
package quorate.features.indicator.volatility;

import org.jspecify.annotations.NullMarked;
