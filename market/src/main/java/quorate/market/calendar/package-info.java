/// When a market is open: sessions, breaks, holidays, early closes and dated changes of hours.
@NullMarked
package quorate.market.calendar;

import org.jspecify.annotations.NullMarked;
