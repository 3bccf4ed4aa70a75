/// Orders: how a target position becomes orders, what is working, brackets.
@NullMarked
package quorate.trading.order;

import org.jspecify.annotations.NullMarked;
