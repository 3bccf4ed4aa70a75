/// From a decision to fills and exact accounts.
@NullMarked
package quorate.trading;

import org.jspecify.annotations.NullMarked;
