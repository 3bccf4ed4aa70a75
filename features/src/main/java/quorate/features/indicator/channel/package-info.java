/// Lines round prices that prices seldom leave: bands and channels.
@NullMarked
package quorate.features.indicator.channel;

import org.jspecify.annotations.NullMarked;
