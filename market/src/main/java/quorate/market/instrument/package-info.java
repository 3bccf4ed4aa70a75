/// The catalogue of instruments: those that ship with Quorate and those of the user.
@NullMarked
package quorate.market.instrument;

import org.jspecify.annotations.NullMarked;
