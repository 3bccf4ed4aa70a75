/// Tests of the commit protocol.
@NullMarked
package quorate.lake.store;

import org.jspecify.annotations.NullMarked;
