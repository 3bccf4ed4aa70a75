/// Reading files of vendors as a declared mapping says: delimited text, LEAN zips and JSON arrays.
@NullMarked
package quorate.market.source;

import org.jspecify.annotations.NullMarked;
