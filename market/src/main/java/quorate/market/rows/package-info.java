/// Small files of comma-separated rows, for sources that are no market events.
@NullMarked
package quorate.market.rows;

import org.jspecify.annotations.NullMarked;
