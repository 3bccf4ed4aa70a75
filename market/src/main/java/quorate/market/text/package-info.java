/// Texts with the times at which they were out, and the signals made of them, from and to files.
@NullMarked
package quorate.market.text;

import org.jspecify.annotations.NullMarked;
