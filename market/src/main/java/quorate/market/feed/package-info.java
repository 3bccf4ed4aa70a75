/// Streams of market events in time order, and their merge.
@NullMarked
package quorate.market.feed;

import org.jspecify.annotations.NullMarked;
