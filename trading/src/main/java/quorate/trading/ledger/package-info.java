/// Exact accounts: cash, positions, costs and closed trades.
@NullMarked
package quorate.trading.ledger;

import org.jspecify.annotations.NullMarked;
