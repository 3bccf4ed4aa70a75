/// Real market data that needs no account: files inside published packages, fetched with the
/// ordinary clients and checked by their checksums.
@NullMarked
package quorate.app.sample;

import org.jspecify.annotations.NullMarked;
