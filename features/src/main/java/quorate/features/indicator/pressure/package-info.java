/// What goes on inside the bars: who pushes from open to close, and how much is traded on the way.
@NullMarked
package quorate.features.indicator.pressure;

import org.jspecify.annotations.NullMarked;
