/// How files enter the lake whole or not at all: staging, one writer at a time, and the commit
/// records that say what is there.
@NullMarked
package quorate.lake.store;

import org.jspecify.annotations.NullMarked;
