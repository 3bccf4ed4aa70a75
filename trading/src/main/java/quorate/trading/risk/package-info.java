/// Limits that no member of the council can loosen; only here can an order become approved.
@NullMarked
package quorate.trading.risk;

import org.jspecify.annotations.NullMarked;
