/// The one fill kernel: whether, when and at what price an order trades. Its specification is
/// docs/fills.md.
@NullMarked
package quorate.trading.fill;

import org.jspecify.annotations.NullMarked;
