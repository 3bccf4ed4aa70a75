/// How widely prices move.
@NullMarked
package quorate.features.indicator.volatility;

import org.jspecify.annotations.NullMarked;
